namespace AdaptiveCards;

/// <summary>A version of the card schema, such as 1.5.</summary>
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>
{
    /// <summary>Makes a version.</summary>
    public AdaptiveSchemaVersion(int major, int minor) => (Major, Minor) = (major, minor);

    /// <summary>Reads a version such as <c>1.5</c>, or <c>1</c> for 1.0.</summary>
    /// <exception cref="ArgumentException"><paramref name="versionString"/> is null.</exception>
    /// <exception cref="AdaptiveSerializationException">It is not a version.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        if (versionString is null) throw new ArgumentException("A version is needed, such as 1.5.", nameof(versionString));
        var parts = versionString.Split('.');
        var minor = 0;
        if (!int.TryParse(parts[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var major)
            || (parts.Length > 1 && !int.TryParse(parts[1], NumberStyles.Integer, CultureInfo.InvariantCulture, out minor)))
            throw new AdaptiveSerializationException($"'{versionString}' is no version, such as 1.5.");
        (Major, Minor) = (major, minor);
    }

    /// <summary>The number before the point.</summary>
    public int Major { get; set; }

    /// <summary>The number after the point.</summary>
    public int Minor { get; set; }

    /// <summary>Whether both are the same version.</summary>
    public static bool operator ==(AdaptiveSchemaVersion? version1, AdaptiveSchemaVersion? version2) => Equals(version1, version2);

    /// <summary>Whether they are different versions.</summary>
    public static bool operator !=(AdaptiveSchemaVersion? version1, AdaptiveSchemaVersion? version2) => !Equals(version1, version2);

    /// <summary>Whether the first is older. Null is older than any.</summary>
    public static bool operator <(AdaptiveSchemaVersion? left, AdaptiveSchemaVersion? right) => Compare(left, right) < 0;

    /// <summary>Whether the first is older or the same.</summary>
    public static bool operator <=(AdaptiveSchemaVersion? left, AdaptiveSchemaVersion? right) => Compare(left, right) <= 0;

    /// <summary>Whether the first is newer.</summary>
    public static bool operator >(AdaptiveSchemaVersion? left, AdaptiveSchemaVersion? right) => Compare(left, right) > 0;

    /// <summary>Whether the first is newer or the same.</summary>
    public static bool operator >=(AdaptiveSchemaVersion? left, AdaptiveSchemaVersion? right) => Compare(left, right) >= 0;

    /// <inheritdoc />
    public int CompareTo(AdaptiveSchemaVersion? other) =>
        other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is AdaptiveSchemaVersion other && CompareTo(other) == 0;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    /// <summary>The version with its point, such as <c>1.5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static int Compare(AdaptiveSchemaVersion? left, AdaptiveSchemaVersion? right) => Comparer<AdaptiveSchemaVersion>.Default.Compare(left, right);
}
