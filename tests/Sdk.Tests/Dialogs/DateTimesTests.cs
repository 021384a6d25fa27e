using System.Globalization;
using System.Text;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

/// <summary>The closed grammar of dates. Today is Monday, 2 March 2026.</summary>
public sealed class DateTimesTests
{
    private static readonly DateTime Today = new(2026, 3, 2, 9, 15, 0);

    [Theory]
    [InlineData("en-US", "2027-05-12", "2027-05-12")]
    [InlineData("fr-FR", "2027-05-12", "2027-05-12")]
    [InlineData("en-US", "12 May 2027", "2027-05-12")]
    [InlineData("en-GB", "12 May 2027.", "2027-05-12")]
    [InlineData("en-US", "May 12, 2027", "2027-05-12")]
    [InlineData("en-US", "May 12th 2027", "2027-05-12")]
    [InlineData("en-US", "on the 12th of May, 2027 please", "2027-05-12")]
    [InlineData("en-US", "Wednesday 12 May 2027", "2027-05-12")]
    [InlineData("en-US", "Wed., Sept. 1, 2027", "2027-09-01")]
    [InlineData("en-US", "the first of June 2027", "2027-06-01")]
    [InlineData("en-US", "12/05/2027", "2027-12-05")]
    [InlineData("en", "12/05/2027", "2027-12-05")]
    [InlineData("en_US", "12/05/2027", "2027-12-05")]
    [InlineData("en-PH", "12/05/2027", "2027-12-05")]
    [InlineData("es-PR", "12/05/2027", "2027-12-05")]
    [InlineData("es-US", "12/05/2027", "2027-05-12")]
    [InlineData("", "12/05/2027", "2027-12-05")]
    [InlineData(null, "12/05/2027", "2027-12-05")]
    [InlineData("en-GB", "12/05/2027", "2027-05-12")]
    [InlineData("sv-SE", "12/05/2027", "2027-05-12")]
    [InlineData("en-US", "25/05/2027", "2027-05-25")]
    [InlineData("en-GB", "12.05.27", "2027-05-12")]
    [InlineData("en-GB", "12-05-2027", "2027-05-12")]
    [InlineData("en-GB", "12/05/49", "2049-05-12")]
    [InlineData("en-GB", "12/05/50", "1950-05-12")]
    [InlineData("en-GB", "12/May/2027", "2027-05-12")]
    [InlineData("en-GB", "May-12-2027", "2027-05-12")]
    [InlineData("en-GB", "\u200e12/\u200e05/\u200e2027", "2027-05-12")]
    [InlineData("en-GB", "12\u201305\u20112027", "2027-05-12")]
    [InlineData("en-GB", "\t12\u00a0May\u202f2027\n", "2027-05-12")]
    [InlineData("en-GB", "twelve May 2027", "2027-05-12")]
    [InlineData("en-US", "2/29/2028", "2028-02-29")]
    [InlineData("en-US", "today", "2026-03-02")]
    [InlineData("en-US", "Tomorrow!", "2026-03-03")]
    [InlineData("en-US", "yesterday", "2026-03-01")]
    [InlineData("en-US", "the day after tomorrow", "2026-03-04")]
    [InlineData("en-US", "in 3 days", "2026-03-05")]
    [InlineData("en-US", "in two weeks", "2026-03-16")]
    [InlineData("en-US", "in a week", "2026-03-09")]
    [InlineData("en-US", "Tuesday of next week", "2026-03-10")]
    [InlineData("en-US", "next week Tuesday", "2026-03-10")]
    [InlineData("en-US", "next Tuesday", "2026-03-10")]
    [InlineData("en-US", "this Tuesday", "2026-03-03")]
    [InlineData("en-US", "last Sunday", "2026-03-01")]
    [InlineData("es-ES", "12 de mayo de 2027", "2027-05-12")]
    [InlineData("es-MX", "el 12 de mayo del 2027", "2027-05-12")]
    [InlineData("es-ES", "1º de enero de 2027", "2027-01-01")]
    [InlineData("es-ES", "primero de enero de 2027", "2027-01-01")]
    [InlineData("es-ES", "1.º de enero de 2027", "2027-01-01")]
    [InlineData("es-ES", "1° de enero de 2027", "2027-01-01")]
    [InlineData("es-ES", "1ro de enero de 2027", "2027-01-01")]
    [InlineData("es-ES", "treinta y uno de enero de 2027", "2027-01-31")]
    [InlineData("es-ES", "12-may-2027", "2027-05-12")]
    [InlineData("es-ES", "mie\u0301rcoles 12 de mayo de 2027", "2027-05-12")]
    [InlineData("es-ES", "martes de la próxima semana", "2026-03-10")]
    [InlineData("es-ES", "¿pasado mañana?", "2026-03-04")]
    [InlineData("es-ES", "12/05/2027", "2027-05-12")]
    [InlineData("es-ES", "mañana", "2026-03-03")]
    [InlineData("es-ES", "pasado mañana", "2026-03-04")]
    [InlineData("es-ES", "el próximo martes", "2026-03-10")]
    [InlineData("es-ES", "el martes que viene", "2026-03-10")]
    [InlineData("es-ES", "el miércoles, 12 de mayo de 2027", "2027-05-12")]
    [InlineData("es-ES", "dentro de tres días", "2026-03-05")]
    [InlineData("fr-FR", "12 mai 2027", "2027-05-12")]
    [InlineData("fr-FR", "le 1er août 2027", "2027-08-01")]
    [InlineData("fr-FR", "mercredi 12 mai 2027", "2027-05-12")]
    [InlineData("fr-FR", "mar. 11 mai 2027", "2027-05-11")]
    [InlineData("fr-FR", "le vingt et un mai 2027", "2027-05-21")]
    [InlineData("fr-FR", "12 aou\u0302t 2027", "2027-08-12")]
    [InlineData("fr-CA", "2027/05/12", "2027-05-12")]
    [InlineData("fr-FR", "mardi de la semaine prochaine", "2026-03-10")]
    [InlineData("fr-FR", "12/05/2027", "2027-05-12")]
    [InlineData("fr-FR", "aujourd’hui", "2026-03-02")]
    [InlineData("fr-FR", "après-demain", "2026-03-04")]
    [InlineData("fr-FR", "mardi prochain", "2026-03-10")]
    [InlineData("fr-FR", "dans deux semaines", "2026-03-16")]
    public void One_day_is_meant(string? locale, string text, string day)
        => Assert.Equal([(day, day)], Read(locale, text));

    [Theory]
    [InlineData("en-US", "9:30am", "T09:30=09:30:00")]
    [InlineData("en-US", "9:30 a.m.", "T09:30=09:30:00")]
    [InlineData("en-US", "9 pm", "T21=21:00:00")]
    [InlineData("en-US", "12am", "T00=00:00:00")]
    [InlineData("en-US", "12:15 pm", "T12:15=12:15:00")]
    [InlineData("en-US", "noon", "T12=12:00:00")]
    [InlineData("en-US", "21:30:15", "T21:30:15=21:30:15")]
    [InlineData("en-US", "09:30", "T09:30=09:30:00")]
    [InlineData("en-US", "9:30", "T09:30=09:30:00 T21:30=21:30:00")]
    [InlineData("en-US", "at 9", "T09=09:00:00 T21=21:00:00")]
    [InlineData("en-US", "at nine in the evening", "T21=21:00:00")]
    [InlineData("en-US", "9 o'clock", "T09=09:00:00 T21=21:00:00")]
    [InlineData("en-US", "9.30 am", "T09:30=09:30:00")]
    [InlineData("en-US", "half past nine", "T09:30=09:30:00 T21:30=21:30:00")]
    [InlineData("en-US", "quarter past nine pm", "T21:15=21:15:00")]
    [InlineData("en-US", "@ 9pm", "T21=21:00:00")]
    [InlineData("en-US", "12 noon", "T12=12:00:00")]
    [InlineData("en-US", "11 at night", "T23=23:00:00")]
    [InlineData("en-US", "13pm", "T13=13:00:00")]
    [InlineData("en-US", "0:30 am", "T00:30=00:30:00")]
    [InlineData("en-US", "4 in the evening", "T16=16:00:00")]
    [InlineData("es-ES", "a las nueve y cuarto", "T09:15=09:15:00")]
    [InlineData("es-ES", "nueve y media", "T09:30=09:30:00")]
    [InlineData("es-ES", "8 y media de la tarde", "T20:30=20:30:00")]
    [InlineData("es-ES", "9.30 h", "T09:30=09:30:00")]
    [InlineData("es-ES", "a las 12 de la mañana", "T12=12:00:00")]
    [InlineData("es-ES", "a las 12 de la madrugada", "T00=00:00:00")]
    [InlineData("es-ES", "a las 9", "T09=09:00:00")]
    [InlineData("es-ES", "a las 9:30 de la noche", "T21:30=21:30:00")]
    [InlineData("es-ES", "9:30 h", "T09:30=09:30:00")]
    [InlineData("es-ES", "mediodía", "T12=12:00:00")]
    [InlineData("fr-FR", "9h30", "T09:30=09:30:00")]
    [InlineData("fr-FR", "à 9 heures", "T09=09:00:00")]
    [InlineData("fr-FR", "14 h", "T14=14:00:00")]
    [InlineData("fr-FR", "9 heures du soir", "T21=21:00:00")]
    [InlineData("fr-FR", "dix-neuf heures", "T19=19:00:00")]
    [InlineData("fr-FR", "9 h et quart", "T09:15=09:15:00")]
    [InlineData("fr-FR", "20 et demie", "T20:30=20:30:00")]
    [InlineData("fr-FR", "midi et demi", "T12:30=12:30:00")]
    [InlineData("fr-CA", "9:30 pm", "T21:30=21:30:00")]
    [InlineData("fr-FR", "minuit", "T00=00:00:00")]
    public void A_time_of_day_is_meant(string locale, string text, string expected)
        => Assert.Equal(expected, string.Join(' ', Read(locale, text).Select(r => $"{r.Timex}={r.Value}")));

    [Theory]
    [InlineData("en-US", "tomorrow at 9am", "2026-03-03T09", "2026-03-03 09:00:00")]
    [InlineData("en-US", "9:30pm tomorrow", "2026-03-03T21:30", "2026-03-03 21:30:00")]
    [InlineData("en-US", "next Tuesday, 14:00", "2026-03-10T14:00", "2026-03-10 14:00:00")]
    [InlineData("en-US", "at 2pm on May 12, 2027", "2027-05-12T14", "2027-05-12 14:00:00")]
    [InlineData("en-US", "2027-05-12T09:30", "2027-05-12T09:30", "2027-05-12 09:30:00")]
    [InlineData("en-US", "2027-05-12 09:30:15", "2027-05-12T09:30:15", "2027-05-12 09:30:15")]
    [InlineData("en-US", "tomorrow morning at 9", "2026-03-03T09", "2026-03-03 09:00:00")]
    [InlineData("en-US", "next Tuesday evening at half past eight", "2026-03-10T20:30", "2026-03-10 20:30:00")]
    [InlineData("en-US", "tomorrow night 9pm", "2026-03-03T21", "2026-03-03 21:00:00")]
    [InlineData("es-ES", "mañana a las 9 de la mañana", "2026-03-03T09", "2026-03-03 09:00:00")]
    [InlineData("es-ES", "mañana por la mañana a las 9", "2026-03-03T09", "2026-03-03 09:00:00")]
    [InlineData("es-ES", "el próximo martes por la tarde a las cinco y media", "2026-03-10T17:30", "2026-03-10 17:30:00")]
    [InlineData("es-ES", "mañana a las 9 por la noche", "2026-03-03T21", "2026-03-03 21:00:00")]
    [InlineData("fr-FR", "demain matin à 9h", "2026-03-03T09", "2026-03-03 09:00:00")]
    [InlineData("fr-FR", "mardi prochain, après-midi à 3 h", "2026-03-10T15", "2026-03-10 15:00:00")]
    [InlineData("fr-FR", "demain soir à 20h30", "2026-03-03T20:30", "2026-03-03 20:30:00")]
    [InlineData("es-ES", "12 de mayo de 2027 a las 10:30", "2027-05-12T10:30", "2027-05-12 10:30:00")]
    [InlineData("fr-FR", "demain à 9h", "2026-03-03T09", "2026-03-03 09:00:00")]
    [InlineData("fr-FR", "le 12 mai 2027 à 14h15", "2027-05-12T14:15", "2027-05-12 14:15:00")]
    public void A_date_and_a_time_are_meant(string locale, string text, string timex, string value)
        => Assert.Equal([(timex, value)], Read(locale, text));

    [Fact]
    public void An_hour_without_a_half_is_either_in_english_and_one_in_spanish()
    {
        Assert.Equal(["2026-03-03 09:00:00", "2026-03-03 21:00:00"], Read("en-US", "tomorrow at 9").Select(r => r.Value));
        Assert.Equal(["2026-03-03 09:00:00"], Read("es-ES", "mañana a las 9").Select(r => r.Value));
    }

    [Theory]
    [InlineData("en-US", "12 May", "XXXX-05-12", "2025-05-12 2026-05-12")]
    [InlineData("en-US", "2 March", "XXXX-03-02", "2025-03-02 2026-03-02")]
    [InlineData("en-US", "1 March", "XXXX-03-01", "2026-03-01 2027-03-01")]
    [InlineData("en-US", "29 February", "XXXX-02-29", "2024-02-29 2028-02-29")]
    [InlineData("en-US", "5/12", "XXXX-05-12", "2025-05-12 2026-05-12")]
    [InlineData("en-GB", "12/5", "XXXX-05-12", "2025-05-12 2026-05-12")]
    [InlineData("en-US", "Tuesday", "XXXX-WXX-2", "2026-02-24 2026-03-03")]
    [InlineData("en-US", "Monday", "XXXX-WXX-1", "2026-02-23 2026-03-02")]
    [InlineData("en-US", "Tuesday 12 May", "XXXX-05-12", "2026-05-12")]
    [InlineData("es-ES", "12 de mayo", "XXXX-05-12", "2025-05-12 2026-05-12")]
    [InlineData("es-ES", "el martes", "XXXX-WXX-2", "2026-02-24 2026-03-03")]
    [InlineData("fr-FR", "12 mai", "XXXX-05-12", "2025-05-12 2026-05-12")]
    [InlineData("fr-FR", "mardi", "XXXX-WXX-2", "2026-02-24 2026-03-03")]
    public void What_is_left_open_is_the_last_one_or_the_coming_one(string locale, string text, string timex, string values)
        => Assert.Equal(values.Split(' ').Select(v => (timex, v)), Read(locale, text));

    [Theory]
    [InlineData("en-US", "")]
    [InlineData("en-US", "soon")]
    [InlineData("en-US", "9")]
    [InlineData("en-US", "2027")]
    [InlineData("en-US", "May")]
    [InlineData("en-US", "12 people")]
    [InlineData("en-US", "31 February 2027")]
    [InlineData("en-US", "29/02/2027")]
    [InlineData("en-US", "13/13/2027")]
    [InlineData("en-US", "12/05/127")]
    [InlineData("en-US", "2027-13-01")]
    [InlineData("en-US", "0000-01-01")]
    [InlineData("en-US", "31/02/2027 12 May 2027")]
    [InlineData("en-US", "Tuesday 12 May 2027")]
    [InlineData("en-US", "Tuesday 12 May 2027 at 9am")]
    [InlineData("en-US", "not 12 May 2027")]
    [InlineData("en-US", "12-14 May 2027")]
    [InlineData("en-US", "12 May 2027 or 13 May 2027")]
    [InlineData("en-US", "in 9999999999999 days")]
    [InlineData("en-US", "in -1 days")]
    [InlineData("en-US", "25:00")]
    [InlineData("en-US", "9:75")]
    [InlineData("en-US", "13am")]
    [InlineData("en-US", "0pm")]
    [InlineData("en-US", "tomorrow morning")]
    [InlineData("en-US", "tomorrow night at 12")]
    [InlineData("en-US", "tomorrow night at midnight")]
    [InlineData("fr-FR", "demain soir à minuit")]
    [InlineData("en-US", "tomorrow morning at 14")]
    [InlineData("es-ES", "mañana por la mañana")]
    [InlineData("fr-FR", "demain soir")]
    [InlineData("en-US", "9.30")]
    [InlineData("en-US", "24:00")]
    [InlineData("en-US", "tomorrow at 12 at night")]
    [InlineData("en-US", "2 at night")]
    [InlineData("en-US", "12 in the evening")]
    [InlineData("en-US", "May 12 - May 14, 2027")]
    [InlineData("en-US", "May 12-14, 2027")]
    [InlineData("en-US", "31 April")]
    [InlineData("en-US", "29 February 2027")]
    [InlineData("en-US", "Wednesday 12 May")]
    [InlineData("es-ES", "mañana a las 12 de la noche")]
    [InlineData("es-ES", "a las 2 de la noche")]
    [InlineData("fr-FR", "12 heures du soir")]
    [InlineData("en-US", "2027-05-12T09:30:00Z")]
    [InlineData("en-US", "12 mai 2027")]
    [InlineData("fr-FR", "12 May 2027")]
    [InlineData("es-ES", "mañana quizás")]
    public void What_isnt_wholly_understood_isnt_understood(string locale, string text) => Assert.Empty(Read(locale, text));

    [Fact]
    public void Without_the_local_time_only_whole_dates_are_understood()
    {
        Assert.Empty(DateTimes.Read("tomorrow", "en-US", null));
        Assert.Empty(DateTimes.Read("12 May", "en-US", null));
        Assert.Empty(DateTimes.Read("tomorrow", "en-US", DateTime.MaxValue));
        Assert.Equal("2027-05-12", Assert.Single(DateTimes.Read("12 May 2027", "en-US", null)).Value);
        Assert.Equal("09:30:00", Assert.Single(DateTimes.Read("9:30am", "en-US", null)).Value);
    }

    [Fact]
    public void Every_month_and_weekday_is_known_in_each_language_in_full_and_cut_short()
    {
        foreach (var locale in (string[])["en-US", "en-GB", "en-AU", "es-ES", "es-MX", "es-AR", "es-PE", "fr-FR", "fr-CA", "fr-CH"])
        {
            var names = CultureInfo.GetCultureInfo(locale).DateTimeFormat;
            foreach (var (month, name) in names.MonthNames.Take(12).Index().Concat(names.AbbreviatedMonthNames.Take(12).Index()))
                Assert.Equal((locale, name, $"2027-{month + 1:00}-03"), (locale, name, Read(locale, $"3 {name} 2027").SingleOrDefault().Value));
            foreach (var (day, name) in names.DayNames.Index().Concat(names.AbbreviatedDayNames.Index()))
                Assert.Equal((locale, name, $"XXXX-WXX-{(day == 0 ? 7 : day)}"), (locale, name, Read(locale, name).FirstOrDefault().Timex));
        }
    }

    [Theory]
    [InlineData("en-US", 1)]
    [InlineData("en-GB", 2)]
    [InlineData("es-ES", 3)]
    [InlineData("es-MX", 4)]
    [InlineData("es-PR", 5)]
    [InlineData("fr-FR", 6)]
    [InlineData("fr-CA", 7)]
    public void What_people_of_a_place_write_and_what_is_said_back_is_that_day_and_time(string locale, int seed)
    {
        var (random, culture) = (new Random(seed), CultureInfo.GetCultureInfo(locale));
        for (var i = 0; i < 300; i++)
        {
            var at = new DateTime(2000, 1, 1).AddMinutes(random.Next(50 * 365 * 24 * 60));
            var (day, minute) = (at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at.ToString("yyyy-MM-dd HH:mm:00", CultureInfo.InvariantCulture));
            foreach (var format in (string[])["d", "D", "dd/MMM/yyyy", "d MMMM yyyy"])
            {
                foreach (var text in (string[])[at.ToString(format, culture), at.ToString(format, culture).ToUpper(culture).Normalize(NormalizationForm.FormD)])
                    Assert.Equal((text, day), (text, Read(locale, text).SingleOrDefault().Value));
            }
            Assert.Equal(minute, Read(locale, at.ToString("f", culture))[0].Value);
            foreach (var value in (string[])[day, minute])
                Assert.Equal(value, Read(locale, DateTimes.Say([new DateTimeResolution { Value = value }], Vocabulary.For(locale)))[0].Value);
        }
    }

    private static List<(string Timex, string Value)> Read(string? locale, string text)
        => [.. DateTimes.Read(text, locale, Today).Select(r => (r.Timex, r.Value))];
}
