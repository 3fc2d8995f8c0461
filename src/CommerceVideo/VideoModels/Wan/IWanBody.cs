using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>One of Wan's three body protocols; pure.</summary>
internal interface IWanBody
{
    WanOrder Write(GenerationRequest request, RequestPictures pictures);
}

/// <param name="Warnings">What of the Shot did not fit into it.</param>
internal sealed record WanOrder(JsonObject Body, IReadOnlyList<string> Warnings);

internal static class WanBodies
{
    private static readonly WanLegacyBody Legacy = new();
    private static readonly WanMediaBody Media = new();
    private static readonly WanLayeredBody Layered = new();

    /// <summary>Which one a model speaks is told by the generation in its name.</summary>
    public static IWanBody For(string wireName) =>
        IsOf(wireName, "wan3") ? Layered
        : IsOf(wireName, "wan2.7") ? Media
        : Legacy;

    /// <summary>Alibaba documents it at workspaces' own addresses only.</summary>
    public static bool NeedsWorkspace(string wireName) => IsOf(wireName, "wan3");

    private static bool IsOf(string wireName, string generation) =>
        wireName.StartsWith(generation, StringComparison.Ordinal);
}
