namespace CoordinatorBot.Simulator;

/// <summary>The made-up people who are there when the simulator starts. More can be added on the page and by samples.</summary>
internal static class StartingPeople
{
    private const string Eastern = "America/New_York";
    private const string Central = "America/Chicago";

    public static readonly IReadOnlyList<Person> All =
    [
        new("nora-whitfield", "Nora Whitfield", "nora.whitfield@exchange.example", "Coordinator", "en-US", Eastern,
            Title: "Programme coordinator", Organisation: "City Exchange Network"),
        new("tomas-rivera", "Tomás Rivera", "tomas.rivera@exchange.example", "Coordinator", "es-MX", Central,
            Title: "Programme coordinator", Organisation: "City Exchange Network"),
        new("grace-oyelaran", "Grace Oyelaran", "grace.oyelaran@exchange.example", "Staff", "en-US", Eastern,
            Title: "Director of learning", Organisation: "City Exchange Network"),
        new("ben-hartog", "Ben Hartog", "ben.hartog@exchange.example", "Staff", "en-GB", "Europe/London",
            Title: "Communications officer", Organisation: "City Exchange Network"),

        new("alicia-brandt", "Alicia Brandt", "alicia.brandt@detroit.example", "Delegate, Detroit", "en-US", "America/Detroit",
            Title: "Deputy director, land bank", Organisation: "City of Detroit"),
        new("dwayne-coles", "Dwayne Coles", "dwayne.coles@eastside.example", "Delegate, Detroit", "en-US", "America/Detroit",
            Title: "Block club president", Organisation: "Eastside Neighbors"),
        new("maya-lindqvist", "Maya Lindqvist", "maya.lindqvist@flint.example", "Delegate, Flint", "en-US", "America/Detroit",
            Title: "Council member", Organisation: "City of Flint"),
        new("jose-nunez", "José Núñez", "jose.nunez@gardens.example", "Delegate, Flint", "es-US", "America/Detroit",
            Title: "Garden organiser", Organisation: "Northside Gardens"),
        new("ingrid-sorensen", "Ingrid Sørensen", "ingrid.sorensen@minneapolis.example", "Delegate, Minneapolis", "en-US", Central,
            Title: "Planner", Organisation: "City of Minneapolis"),
        new("xiong-vang", "Xiong Vang", "xiong.vang@westbank.example", "Delegate, Minneapolis", "en-US", Central,
            Title: "Arts director", Organisation: "West Bank Arts"),
        new("renee-dubois", "Renée Dubois", "renee.dubois@stlouis.example", "Delegate, St. Louis", "fr-CA", Central,
            Title: "Community lender", Organisation: "Gateway Community Fund"),
        new("marcus-bell", "Marcus Bell", "marcus.bell@stlouis.example", "Delegate, St. Louis", "en-US", Central,
            Title: "Alderman", Organisation: "City of St. Louis"),
        new("helen-okonkwo", "Helen Okonkwo", "helen.okonkwo@albany.example", "Host, Albany", "en-US", Eastern,
            Title: "Mayor's chief of staff", Organisation: "City of Albany"),

        new("chidi-eze", "Chidi Eze", "chidi.eze@foundation.example", "Guest account", "en-US", Eastern,
            Membership.Guest, "Programme officer", "Riverbend Foundation"),
        new("lena-fischer", "Lena Fischer", "lena.fischer@leipzig.example", "Another tenant", "de-DE", "Europe/Berlin",
            Membership.External, "Urban renewal officer", "Stadt Leipzig"),
    ];
}
