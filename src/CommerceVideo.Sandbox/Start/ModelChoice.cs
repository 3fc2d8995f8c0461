namespace CommerceVideo.Sandbox.Start;

/// <summary>Which video models may be used; any but the studio brings up the stand-ins of their providers.</summary>
/// <param name="Names"><c>studio</c>, <c>all</c>, or names of models and providers, comma-separated.</param>
internal sealed record ModelChoice(string Names)
{
    public const string Studio = "studio";

    public bool StandIns => Names != Studio;

    /// <summary>As the app's setting: the studio stands in for whoever fails.</summary>
    public string Allowed => Names is "all" or Studio ? Names : $"{Names},{Studio}";

    // Which models there are, the app knows: it refuses a name it has not heard of when it starts.
    public static ModelChoice Parse(string text)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var odd = names.FirstOrDefault(static name =>
            !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
        );
        return names.Length > 0 && odd is null
            ? new ModelChoice(string.Join(',', names))
            : throw new UsageException($"--models wants studio, all, or names of models, not \"{odd ?? text}\".");
    }
}
