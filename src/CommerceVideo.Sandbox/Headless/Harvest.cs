using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>Brings a product's files home: links become paths, and every file is what its sum says.</summary>
internal sealed class Harvest(AppClient app, string folder)
{
    private readonly FileNames _names = new();

    /// <summary>Answers with what did not arrive whole.</summary>
    public async Task<IReadOnlyList<string>> BringAsync(
        int number,
        SampleProduct sample,
        JsonObject product,
        CancellationToken ct
    )
    {
        var complaints = new List<string>();
        foreach (var video in ProductProgress.Videos(product))
        {
            var placement = video["placement"]?.ToString() ?? "video";
            if (Link(video, "file") is { } file)
            {
                var path = Path.Combine(folder, _names.Next(number, sample.Title, placement, ".mp4"));
                var sum = await app.FetchAsync(file, path, ct);
                video["file"] = path;
                if (!string.Equals(sum, video["sha256"]?.ToString(), StringComparison.OrdinalIgnoreCase))
                {
                    complaints.Add($"{path} is not the file its sum names");
                }
            }
            if (Link(video, "poster") is { } poster)
            {
                var path = Path.Combine(folder, _names.Next(number, sample.Title, placement, Extension(poster)));
                await app.FetchAsync(poster, path, ct);
                video["poster"] = path;
            }
        }
        return complaints;
    }

    private static string? Link(JsonObject video, string name) =>
        video[name]?.ToString() is { Length: > 0 } link ? link : null;

    private static string Extension(string link) =>
        Path.GetExtension(link.Split('?')[0]) is { Length: > 1 } extension ? extension : ".jpg";
}
