using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>
/// What the simulated Teams knows: people, conversations and messages. In memory; <see cref="KeptChats"/> writes it down now and then.
/// Every change is made and told to the open pages under one lock: a page hears of the changes in their order, and last of the last.
/// </summary>
internal sealed class TeamsState(TimeProvider clock, Pages pages)
{
    /// <summary>The team that is there from the start.</summary>
    public static readonly Team StaffTeam = new(
        "19:staff" + Person.StableId("team")[..24] + "@thread.tacv2", "Exchange staff", Person.StableGuid("team"),
        [
            new("19:staff" + Person.StableId("team")[..24] + "@thread.tacv2", "General"),
            new("19:exchanges" + Person.StableId("channel")[..24] + "@thread.tacv2", "Exchanges"),
        ]);

    private static readonly string[] StaffHints = ["Coordinator", "Staff"];

    private readonly Lock _gate = new();
    private readonly List<Person> _people = [];
    private readonly HashSet<string> _installed = [];
    private readonly HashSet<string> _staff = [];
    private readonly Dictionary<string, Conversation> _conversations = StaffTeam.Channels
        .ToDictionary(c => c.Id, c => new Conversation(c.Id, c.Name, null, StaffTeam));
    private long _lastNumber;

    /// <summary>Raised after each change, on the thread that made it.</summary>
    public event Action? Changed;

    /// <summary>Everybody; to be read within <see cref="Read"/>.</summary>
    public IEnumerable<Person> All => _people;

    /// <summary>Every conversation; to be read within <see cref="Read"/>.</summary>
    public IEnumerable<Conversation> AllConversations => _conversations.Values;

    /// <summary>The state at the start: the made-up people, nobody has written anything.</summary>
    public static TeamsState WithStartingPeople(TimeProvider clock, Pages pages)
    {
        var state = new TeamsState(clock, pages);
        foreach (var person in StartingPeople.All)
            state.Add(person, inStaffTeam: StaffHints.Contains(person.Hint));
        return state;
    }

    public IReadOnlyList<Person> People
    {
        get
        {
            lock (_gate)
                return [.. _people];
        }
    }

    public Person? FindPerson(string id)
    {
        lock (_gate)
            return _people.Find(p => p.Id == id);
    }

    /// <summary>The person with this Teams account id (<c>29:</c>) or Entra object id.</summary>
    public Person? FindAccount(string accountId)
    {
        lock (_gate)
            return _people.Find(p => p.Mri == accountId || string.Equals(p.AadObjectId, accountId, StringComparison.OrdinalIgnoreCase));
    }

    public Person? FindByMail(string mail)
    {
        lock (_gate)
            return _people.Find(p => string.Equals(p.Mail, mail, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Adds somebody; false when the id or the mail address is taken.</summary>
    public bool Add(Person person, bool inStaffTeam)
    {
        lock (_gate)
        {
            if (_people.Exists(p => p.Id == person.Id || string.Equals(p.Mail, person.Mail, StringComparison.OrdinalIgnoreCase)))
                return false;
            _people.Add(person);
            _conversations[person.ChatId] = new Conversation(person.ChatId, Activities.BotName, person, null);
            if (person.Membership == Membership.Member)
                _installed.Add(person.Id);
            if (inStaffTeam)
                _staff.Add(person.Id);
        }
        pages.Tell(new JsonObject { ["kind"] = "people" });
        Changed?.Invoke();
        return true;
    }

    /// <summary>Puts back somebody who was there before a restart.</summary>
    public void Restore(Person person, bool hasApp, bool inStaffTeam)
    {
        Add(person, inStaffTeam);
        lock (_gate)
        {
            _ = hasApp ? _installed.Add(person.Id) : _installed.Remove(person.Id);
            _ = inStaffTeam ? _staff.Add(person.Id) : _staff.Remove(person.Id);
        }
    }

    /// <summary>Puts back what was said in a conversation before a restart.</summary>
    public void Restore(Conversation conversation, bool greeted, Dictionary<string, long> read, IReadOnlyList<Message> messages)
    {
        lock (_gate)
        {
            conversation.Greeted = greeted;
            conversation.Messages.AddRange(messages);
            foreach (var (person, number) in read)
                conversation.ReadUpTo[person] = number;
            _lastNumber = messages.Select(m => m.Number).Append(_lastNumber).Max();
        }
    }

    /// <summary>Forgets what was said, and who was added.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach (var added in _people.Where(p => StartingPeople.All.All(s => s.Id != p.Id)).ToList())
            {
                _people.Remove(added);
                _conversations.Remove(added.ChatId);
                _installed.Remove(added.Id);
                _staff.Remove(added.Id);
            }

            foreach (var conversation in _conversations.Values)
            {
                conversation.Greeted = false;
                conversation.Messages.Clear();
                conversation.ReadUpTo.Clear();
            }
        }
    }

    public bool HasApp(Person person)
    {
        lock (_gate)
            return _installed.Contains(person.Id);
    }

    public bool InStaffTeam(Person person)
    {
        lock (_gate)
            return _staff.Contains(person.Id);
    }

    /// <summary>Installs or removes the app for somebody; false when that was so already.</summary>
    public bool SetApp(Person person, bool installed)
    {
        bool changed;
        lock (_gate)
            changed = installed ? _installed.Add(person.Id) : _installed.Remove(person.Id);
        if (!changed)
            return false;
        pages.Tell(new JsonObject { ["kind"] = "people" });
        Changed?.Invoke();
        return true;
    }

    /// <summary>Says that the bot is to be told of a conversation; true the first time only, for a team in the first of its channels.</summary>
    public bool Greet(Conversation conversation)
    {
        lock (_gate)
        {
            if (conversation.Greeted || (conversation.Person is { } person && !_installed.Contains(person.Id)))
                return false;
            foreach (var channel in conversation.Team?.Channels ?? [])
                _conversations[channel.Id].Greeted = true;
            return conversation.Greeted = true;
        }
    }

    /// <summary>Whether somebody can write here: a chat with the bot is there for those who have the app.</summary>
    public bool IsOpen(Conversation conversation) => conversation.Person is not { } person || HasApp(person);

    /// <summary>The conversations somebody can see: the chat with the bot first, then the channels of the team.</summary>
    public IReadOnlyList<Conversation> ConversationsOf(Person person)
    {
        lock (_gate)
        {
            var channels = _staff.Contains(person.Id) ? StaffTeam.Channels.Select(c => _conversations[c.Id]) : [];
            return [_conversations[person.ChatId], .. channels];
        }
    }

    /// <summary>Finds a conversation by an id of the protocol, which may name a thread: <c>19:...;messageid=123</c>.</summary>
    public (Conversation Conversation, string? ThreadId)? FindConversation(string id)
    {
        var parts = id.Split(";messageid=", 2);
        lock (_gate)
        {
            return _conversations.TryGetValue(parts[0], out var found)
                ? (found, parts.Length == 2 ? parts[1] : null)
                : null;
        }
    }

    /// <summary>The people of a conversation, without the bot.</summary>
    public IReadOnlyList<Person> MembersOf(Conversation conversation)
    {
        lock (_gate)
            return conversation.Person is { } one ? [one] : [.. _people.Where(p => _staff.Contains(p.Id))];
    }

    /// <summary>Records a message and shows it on the open pages.</summary>
    public Message Post(Conversation conversation, Person? from, JsonObject activity, string? threadId)
    {
        Message message;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _lastNumber = Math.Max(_lastNumber + 1, now.ToUnixTimeMilliseconds());
            message = new Message { Number = _lastNumber, At = now, From = from, ThreadId = threadId, Activity = activity };
            conversation.Messages.Add(message);
            if (from is not null)
                conversation.ReadUpTo[from.Id] = message.Number;
            Show(conversation, message);
        }
        Changed?.Invoke();
        return message;
    }

    /// <summary>Replaces what a message says, for everybody.</summary>
    public void Replace(Conversation conversation, Message message, JsonObject activity) =>
        Change(conversation, message, m =>
        {
            m.Activity = activity;
            m.Views.Clear();
            m.EditedAt = clock.GetUtcNow();
            m.Revision++;
        });

    /// <summary>Replaces the card of a message for one person.</summary>
    public void ReplaceFor(Person person, Conversation conversation, Message message, JsonNode card) =>
        Change(conversation, message, m => m.Views[person.Id] = card);

    public void Delete(Conversation conversation, Message message) =>
        Change(conversation, message, m => (m.Deleted, m.Revision) = (true, m.Revision + 1));

    public void Fail(Conversation conversation, Message message, string why) =>
        Change(conversation, message, m => m.Failure = why);

    /// <summary>Notes that somebody has seen a conversation down to a message.</summary>
    public void MarkRead(Person person, Conversation conversation)
    {
        lock (_gate)
        {
            if (conversation.Messages.Count == 0)
                return;
            conversation.ReadUpTo[person.Id] = conversation.Messages[^1].Number;
        }
        Changed?.Invoke();
        pages.Tell(person.Id, new JsonObject { ["kind"] = "read", ["chat"] = conversation.Id });
    }

    /// <summary>Reads conversations and messages while nothing changes them.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    private void Change(Conversation conversation, Message message, Action<Message> change)
    {
        lock (_gate)
        {
            change(message);
            Show(conversation, message);
        }
        Changed?.Invoke();
    }

    private void Show(Conversation conversation, Message message)
    {
        var members = MembersOf(conversation);
        foreach (var person in members)
        {
            pages.Tell(person.Id, () => new JsonObject
            {
                ["kind"] = "message",
                ["chat"] = conversation.Id,
                ["message"] = Views.Of(message, conversation, person, members.Count),
            });
        }
    }
}
