using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Says refusals to people, with the names of those they are about.</summary>
public sealed class Refusals(PeopleRegister people)
{
    /// <summary>The text of a refusal in the language of the person whose turn it is.</summary>
    public async ValueTask<string> TextAsync(Turn turn, Refusal refusal, CancellationToken cancellationToken)
    {
        var named = await people.FindAsync(RefusalText.PeopleIn(refusal), cancellationToken);
        return RefusalText.Of(turn.Texts, refusal, id => named.GetValueOrDefault(id)?.Name ?? turn.Texts["people.nameless"]);
    }
}
