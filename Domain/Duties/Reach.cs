namespace CoordinatorBot.Domain.Duties;

/// <summary>By which way a message reaches somebody.</summary>
public enum Surface
{
    /// <summary>A card in their chat with the bot.</summary>
    Teams,

    /// <summary>A letter, with a link to a page that shows the same card.</summary>
    Mail,
}

/// <summary>How somebody can be reached, as far as is known.</summary>
/// <param name="InTeams">Whether a Teams identity is known for them.</param>
/// <param name="ByMail">Whether a mail address is.</param>
/// <param name="Refused">Why Teams didn't take the last message to them, where it never will by itself; null while it might.</param>
public sealed record Reach(bool InTeams, bool ByMail, string? Refused = null)
{
    /// <summary>
    /// Teams where it works: an answer is one press away there. Otherwise by mail. Null where there is no way: then
    /// <see cref="NoWay"/> says why.
    /// </summary>
    public Surface? By => (InTeams, Refused, ByMail) switch
    {
        (true, null, _) => Surface.Teams,
        (_, _, true) => Surface.Mail,
        _ => null,
    };

    /// <summary>Why there is no way, as a code of <see cref="FailureCode"/>.</summary>
    public string NoWay => Refused ?? FailureCode.NoTeamsIdentity;

    /// <summary>The same after Teams refused, where a letter may stand in: what may pass is tried again in Teams, not written twice.</summary>
    /// <param name="code">Why, as a code of <see cref="FailureCode"/>.</param>
    public Reach After(string code) => FailureCode.MayPass(code) || code == FailureCode.TooBig ? this : this with { Refused = code };
}
