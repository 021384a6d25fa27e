namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One meaning of a date or time that the user wrote.</summary>
public class DateTimeResolution
{
    /// <summary>
    /// The expression as TIMEX: <c>2027-05-12</c>, <c>T09:30</c>, <c>2027-05-12T09:30</c>; with X for what was left open:
    /// <c>XXXX-05-12</c> is a day of any year, <c>XXXX-WXX-2</c> a Tuesday.
    /// </summary>
    public string Timex { get; set; }

    /// <summary>The day as <c>yyyy-MM-dd</c>, the time as <c>HH:mm:ss</c>, or both with a space between; in the user's zone.</summary>
    public string Value { get; set; }
}
