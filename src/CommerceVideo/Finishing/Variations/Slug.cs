namespace CommerceVideo.Finishing.Variations;

/// <summary>A variation's name as part of a file's: letters and digits of any script, joined by hyphens; its axes stay parted.</summary>
internal static class Slug
{
    public static string Of(string name) => string.Join('_', name.Split('_').Select(Word));

    private static string Word(string axis)
    {
        var letters = axis.Select(static letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        return string.Join('-', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
