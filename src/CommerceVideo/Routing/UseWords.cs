using CommerceVideo.Briefs;

namespace CommerceVideo.Routing;

/// <summary>The uses as a merchant says them of several videos.</summary>
internal static class UseWords
{
    public static string Plural(Use use) =>
        use switch
        {
            Use.Page => "product pages",
            Use.Social => "social variations",
            Use.Hero => "campaign heroes",
            Use.Isolation => "isolation shots under precise control",
            Use.Lifestyle => "garments on people",
            _ => throw new ArgumentOutOfRangeException(nameof(use)),
        };

    /// <summary>As commands and settings say it.</summary>
    public static string Word(Use use) => use.ToString().ToLowerInvariant();

    public static Use? Read(string word) =>
        word.All(char.IsAsciiLetter) && Enum.TryParse<Use>(word, ignoreCase: true, out var use) ? use : null;
}
