namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>What is left of a budget.</summary>
internal sealed class Allowance(SelectionBudget budget)
{
    /// <summary>Steps taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Takes a step; false when there is none left.</summary>
    public bool Take()
    {
        if (Taken >= budget.Steps || budget.GoOn?.Invoke() == false)
            return false;
        Taken++;
        return true;
    }
}
