namespace CoordinatorBot.Cards.Invitations;

/// <summary>What a delegate wrote with an answer: the document beside the event, so that it can be erased.</summary>
/// <param name="Note">A note to the coordinator, at most <see cref="NoteMost"/> characters; null for none.</param>
/// <param name="Substitute">Whom they propose instead; null for nobody.</param>
public sealed record InvitationWords(string? Note, SubstituteWords? Substitute = null)
{
    /// <summary>Most characters of a note.</summary>
    public const int NoteMost = 500;

    /// <summary>Most characters of a name.</summary>
    public const int NameMost = 200;

    /// <summary>Most characters of a mail address (RFC 5321, 4.5.3.1).</summary>
    public const int MailMost = 254;

    /// <summary>Nothing written.</summary>
    public static InvitationWords None { get; } = new(null as string);

    /// <summary>Whether there is nothing to keep.</summary>
    public bool IsEmpty => this == None;
}

/// <summary>Somebody proposed as a substitute.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Mail">Mail address; null where none was given.</param>
public sealed record SubstituteWords(string Name, string? Mail);
