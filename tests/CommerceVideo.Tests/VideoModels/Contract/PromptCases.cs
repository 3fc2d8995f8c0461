using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.Tests.VideoModels.Contract;

/// <summary>Shots whose prompts are kept as files, the same for every dialect.</summary>
internal static class PromptCases
{
    public static TheoryData<string> Names => ["knit", "loop", "walk", "long-note"];

    public static (Shot Shot, PromptWords Words) Of(string name) =>
        name switch
        {
            "knit" => (
                Shot(ShotMove.PushIn),
                new PromptWords("Aran jumper", Fabric.Knit, Person: false, "Show the cable stitch up close", ["glitter"])
            ),
            "loop" => (
                Shot(ShotMove.LightSweep) with
                {
                    Loop = true,
                },
                new PromptWords("leather tote", Fabric.Leather, Person: false, null, [])
            ),
            "walk" => (
                Shot(ShotMove.Walk),
                new PromptWords("satin slip dress", Fabric.FluidDrape, Person: true, "Let the hem swing", [])
            ),
            "long-note" => (
                Shot(ShotMove.TiltUp),
                new PromptWords(
                    "rain coat",
                    Fabric.Outerwear,
                    Person: false,
                    string.Join(' ', Enumerable.Repeat("Show each seam and pocket flap in soft daylight.", 500)),
                    [.. Enumerable.Range(1, 40).Select(static at => $"unwanted prop number {at}")]
                )
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    /// <summary>A prompt as its file holds it.</summary>
    public static string Written(CompiledPrompt prompt) =>
        string.Join(
            '\n',
            [
                prompt.Text,
                .. prompt.Negative is { } negative ? [$"\nnegative: {negative}"] : Array.Empty<string>(),
                .. prompt.Warnings.Select(static warning => $"\nwarning: {warning}"),
            ]
        );

    private static Shot Shot(ShotMove move) =>
        new("open", ShotStart.Picture, move, 4, new AspectRatio(9, 16), Loop: false, "Show it.");
}
