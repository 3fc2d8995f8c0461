using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Briefs;

/// <summary>A recipe as it is exported, shared and imported.</summary>
internal sealed record RecipeFile(int Schema, string Name, Use Use, string? Note, IReadOnlyList<Shot> Shots)
{
    public const int CurrentSchema = 1;

    private const int MostShots = 24;
    private const int LongestName = 80;
    private const int LongestNote = 2000;

    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
        };

    public static RecipeFile Of(Recipe recipe) =>
        new(CurrentSchema, recipe.Name, recipe.Use, recipe.Note, ShotJson.Read(recipe.Shots));

    /// <summary>Why it cannot be taken in, in words for whoever sent it; null when it can. Pure.</summary>
    public string? Problem()
    {
        var names = Shots.Select(static shot => shot.Name).ToArray();
        return Schema != CurrentSchema
                ? $"This recipe is of another kind (schema {Schema}); schema {CurrentSchema} is read."
            : Name.Trim().Length is 0 or > LongestName ? $"A recipe has a name of 1 to {LongestName} letters."
            : Note is { Length: > LongestNote } ? $"A note has at most {LongestNote} letters."
            : Shots.Count is 0 or > MostShots ? $"A recipe has 1 to {MostShots} shots."
            : names.Distinct(StringComparer.Ordinal).Count() < names.Length ? "Two shots have the same name."
            : Shots.FirstOrDefault(static shot => shot.Seconds is not (>= 0.5 and <= Sequences.LongestFilm)) is { } odd
                ? $"The shot {odd.Name} is {odd.Seconds} s long; 0.5 to {Sequences.LongestFilm} s are made."
            : Shots.Sum(static shot => shot.Seconds) > 2 * Sequences.LongestFilm ? "The shots are longer than any film."
            : Shots.Any(static shot => shot.Ratio.Width < 1 || shot.Ratio.Height < 1) ? "A shot has no shape."
            : Dangling(names) is { } shot ? $"The shot {shot.Name} goes back to one that does not come before it."
            : null;
    }

    private Shot? Dangling(string[] names) =>
        Shots
            .Where(
                (shot, place) => !StandsBefore(shot.Reframes, place, names) || !StandsBefore(shot.Follows, place, names)
            )
            .FirstOrDefault();

    private static bool StandsBefore(string? name, int place, string[] names) =>
        name is null || names.AsSpan(0, place).Contains(name);
}
