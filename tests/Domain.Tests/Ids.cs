using System.Security.Cryptography;
using System.Text;

namespace CoordinatorBot.Domain.Tests;

/// <summary>Ids by name: the same name gives the same id in every run.</summary>
internal static class Ids
{
    public static PersonId Person(string name) => new(Of("person", name));

    public static CandidateId Candidate(string name) => new(Of("candidate", name));

    public static DelegationId Delegation(string city) => new(Of("delegation", city));

    public static InvitationId Invitation(string name) => new(Of("invitation", name));

    public static OrganisationId Organisation(string name) => new(Of("organisation", name));

    public static CommandId Command(int number) => new(Of("command", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static ExchangeId Exchange(string title) => new(Of("exchange", title));

    private static Guid Of(string kind, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{name}")).AsSpan(0, 16));
}
