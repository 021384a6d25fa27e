using CoordinatorBot.Domain.Duties;

namespace CoordinatorBot.Duties;

/// <summary>Whether a duty may be performed now.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>It may.</summary>
    public static Admission Go { get; } = new Now();

    /// <summary>It may, now.</summary>
    public sealed record Now : Admission;

    /// <summary>Not yet: quiet hours. No try and no event; the stream is looked at again then.</summary>
    /// <param name="Until">When to ask again.</param>
    public sealed record Wait(DateTimeOffset Until) : Admission;

    /// <summary>Not at all; recorded as a failed try.</summary>
    /// <param name="Code">Why, as a code of <see cref="FailureCode"/>.</param>
    public sealed record Never(string Code) : Admission;
}

/// <summary>Says who may be disturbed when. Asked before a duty is claimed, for every duty that is owed.</summary>
/// <typeparam name="TState">The fold of the streams concerned.</typeparam>
public interface IAdmission<TState>
{
    /// <summary>Whether the duty may be performed now.</summary>
    ValueTask<Admission> AdmitAsync(Performance<TState> performance, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Lets everything go at once: where nothing else is registered.</summary>
internal sealed class OpenAdmission<TState> : IAdmission<TState>
{
    public ValueTask<Admission> AdmitAsync(Performance<TState> performance, DateTimeOffset now, CancellationToken cancellationToken) => new(Admission.Go);
}
