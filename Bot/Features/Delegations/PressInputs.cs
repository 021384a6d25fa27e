using System.Text.Json;

using CoordinatorBot.Conversation;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Reads inputs as they were written, so that a form that can't be saved is shown again as it was.</summary>
internal static class PressInputs
{
    /// <summary>What is in an input, number or text; empty for nothing.</summary>
    public static string Written(this Press press, string name) =>
        press.Text(name) ?? (press.Data.ValueKind is JsonValueKind.Object && press.Data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetRawText() : string.Empty);
}
