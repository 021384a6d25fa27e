namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>Says on whom a search branches next.</summary>
internal sealed class Branching(PersonTypes types)
{
    /// <summary>A number nearer than this to a whole one is whole.</summary>
    public const double Whole = 1e-6;

    /// <summary>Where a type's number is a fraction: the person on whom the bound falls most, whichever way they go; -1 where all are whole.</summary>
    /// <param name="tableau">The relaxation, solved.</param>
    /// <param name="aim">The activity aimed at.</param>
    /// <param name="box">Who is settled.</param>
    /// <param name="x">Takes the values of the variables.</param>
    public int On(Tableau tableau, int aim, Box box, Span<double> x)
    {
        for (var i = 0; i < box.People; i++)
            x[i] = Math.Max(0, (int)box[i]);
        tableau.Read(x);
        var (best, found) = (-1.0, -1);
        foreach (var members in types.OfSeveral)
        {
            var sum = 0.0;
            foreach (var m in members)
                sum += x[m];
            Compare(members[Math.Min(members.Length - 1, (int)Math.Floor(sum + Whole))], sum, (0, 0));
        }

        var objective = tableau.RowOf(aim);
        for (var row = 0; row < tableau.Height; row++)
            if (tableau.Basic[row] < box.People && types.IsAlone(tableau.Basic[row]) && tableau.Values[row] - Math.Floor(tableau.Values[row]) is > Whole and < 1 - Whole)
                Compare(tableau.Basic[row], tableau.Values[row], DualSimplex.Penalties(tableau, row, objective));
        return found;

        void Compare(int person, double sum, (double Down, double Up) falls)
        {
            var below = Math.Floor(sum + Whole);
            var distance = Math.Min(sum - below, below + 1 - sum);
            var weight = (Math.Min(falls.Down, 1e6) + 1e-3) * (Math.Min(falls.Up, 1e6) + 1e-3) * (1 + distance);
            if (distance >= Whole && weight > best)
                (best, found) = (weight, person);
        }
    }
}
