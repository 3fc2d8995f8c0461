using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Briefs;

public sealed class RecipeFileTests
{
    private static readonly Shot Walk = new(
        "walk",
        ShotStart.Picture,
        ShotMove.Walk,
        6,
        new AspectRatio(9, 16),
        Loop: false,
        "She walks."
    );

    private static readonly RecipeFile Good = new(
        1,
        "Runway walk",
        Use.Lifestyle,
        "Evening light",
        [Walk, Walk with { Name = "walk-2", Follows = "walk" }]
    );

    [Fact]
    public void What_is_exported_is_taken_in_again_the_same()
    {
        var back = JsonSerializer.Deserialize<RecipeFile>(
            JsonSerializer.Serialize(Good, RecipeFile.Json),
            RecipeFile.Json
        )!;

        Assert.Null(back.Problem());
        Assert.Equal((Good.Name, Good.Use, Good.Note), (back.Name, back.Use, back.Note));
        Assert.Equal(Good.Shots, back.Shots);
    }

    [Fact]
    public void No_model_is_in_it() =>
        Assert.DoesNotContain(
            "model",
            JsonSerializer.Serialize(Good, RecipeFile.Json),
            StringComparison.OrdinalIgnoreCase
        );

    public static TheoryData<string, Func<RecipeFileCase>> Wrong =>
        new()
        {
            { "schema", () => new(Good with { Schema = 2 }) },
            { "name", () => new(Good with { Name = " " }) },
            { "1 to", () => new(Good with { Shots = [] }) },
            { "same name", () => new(Good with { Shots = [Walk, Walk] }) },
            { "long", () => new(Good with { Shots = [Walk with { Seconds = 600 }] }) },
            { "no shape", () => new(Good with { Shots = [Walk with { Ratio = default }] }) },
            { "goes back", () => new(Good with { Shots = [Walk with { Follows = "nobody" }] }) },
            { "goes back", () => new(Good with { Shots = [Walk with { Follows = "walk" }] }) },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_could_not_be_made_is_refused_in_words(string says, Func<RecipeFileCase> made) =>
        Assert.Contains(says, made().File.Problem(), StringComparison.Ordinal);

    /// <summary>Carries an internal record through a public theory.</summary>
    public sealed class RecipeFileCase
    {
        internal RecipeFileCase(RecipeFile file) => File = file;

        internal RecipeFile File { get; }
    }
}
