using System.Text.Json;

namespace CommerceVideo.Sandbox.Start;

/// <summary>Which video models may be used; any but the studio brings up the stand-ins of their providers.</summary>
/// <param name="Names"><c>studio</c>, <c>all</c>, or names of models and providers, comma-separated.</param>
internal sealed record ModelChoice(string Names)
{
    public const string Studio = "studio";

    public bool StandIns => Names != Studio;

    /// <summary>As the app's setting: the studio stands in for whoever fails.</summary>
    public string Allowed => Names is "all" or Studio ? Names : $"{Names},{Studio}";

    /// <param name="known">The models and providers there are.</param>
    /// <exception cref="UsageException">One is named that is not known.</exception>
    public static ModelChoice Parse(string text, IReadOnlyCollection<string> known)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var unknown = names.Where(name => name is not ("all" or Studio) && !known.Contains(name)).ToArray();
        return names.Length > 0 && unknown.Length == 0
            ? new ModelChoice(string.Join(',', names))
            : throw new UsageException(
                $"--models {text}: {string.Join(", ", unknown)} does not exist yet; there is studio, all, {string.Join(", ", known)}."
            );
    }

    /// <summary>The models and providers that the app's shipped settings name.</summary>
    public static IReadOnlyCollection<string> KnownIn(string root)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "appsettings.json")));
        return
            settings.RootElement.TryGetProperty("Models", out var models)
            && models.TryGetProperty("Versions", out var versions)
            ?
            [
                .. versions
                    .EnumerateObject()
                    .SelectMany(static version => new[] { version.Name, $"{version.Value.GetProperty("Provider")}" })
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }
}
