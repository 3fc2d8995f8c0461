using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Register;

/// <summary>Every model version there is or was, in the order of their ids, and which of them may be used here.</summary>
public sealed class ModelRegister(IReadOnlyList<VideoModel> models, IReadOnlyCollection<string> allowed)
{
    public IReadOnlyList<VideoModel> All { get; } = models;

    public VideoModel? Find(string id) => All.FirstOrDefault(model => model.Id == id);

    public bool IsAllowed(VideoModel model) =>
        allowed.Contains("all") || allowed.Contains(model.Id) || allowed.Contains(model.Provider);

    /// <param name="studio">Our own model, which is code and no setting.</param>
    public static ModelRegister Of(ModelsOptions options, VideoModel studio) =>
        new(
            [
                .. options
                    .Versions.OrderBy(static version => version.Key, StringComparer.Ordinal)
                    .Select(version => Model(version.Key, version.Value, options)),
                studio,
            ],
            options.Allowed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );

    private static VideoModel Model(string id, ModelsOptions.VersionOptions version, ModelsOptions options) =>
        new()
        {
            Id = id,
            Name = version.Name,
            Provider = version.Provider,
            WireName = version.WireName ?? id,
            Dates = new ModelDates(
                version.Launched,
                version.Deprecated,
                version.Retired,
                version.Verified,
                version.Replacement
            ),
            Starts = [.. version.Starts],
            Moves = version.Moves.Count > 0 ? [.. version.Moves] : Enum.GetValues<ShotMove>(),
            Lengths = new ModelLengths(version.Shortest, version.Longest, [.. version.Lengths.Order()]),
            Sizes =
            [
                .. version
                    .Sizes.Select(size => new ModelSize(
                        size.Key,
                        size.Value.ShortSide,
                        Price(size.Value, version.Currency)
                    ))
                    .OrderBy(static size => size.ShortSide),
            ],
            Ratios = [.. version.Ratios.Select(AspectRatio.Parse)],
            Ending = version.Ending,
            References = version.References,
            ReferencesBesideFrame = version.ReferencesBesideFrame,
            ReferenceLengths =
                version.ReferenceLengths.Count > 0
                    ? new ModelLengths(
                        version.ReferenceLengths.Min(),
                        version.ReferenceLengths.Max(),
                        [.. version.ReferenceLengths.Order()]
                    )
                    : null,
            ReferenceRatios = [.. version.ReferenceRatios.Select(AspectRatio.Parse)],
            TakesPeople = version.TakesPeople,
            Sound = version.Sound,
            Strengths = Strengths(version.Strengths),
            Arena = version.Arena is { } arena
                ? new ArenaScore(arena.Score, arena.PlusMinus, arena.On, arena.Board)
                : null,
            BestFor = [.. version.BestFor.Select(static use => use.ToLowerInvariant())],
            Tiers = PriceTiers.Of(id, version, options),
            TypicalSeconds = version.TypicalSeconds,
            AtOnce = version.AtOnce,
            PerMinute = version.PerMinute,
            BillsRefusals = version.BillsRefusals,
            TrueToPhoto = version.TrueToPhoto,
        };

    private static ModelStrengths Strengths(ModelsOptions.StrengthOptions s) =>
        new(s.Fabric, s.Motion, s.Cinematic, s.Control, s.Speed, s.Source);

    private static ModelPrice Price(ModelsOptions.SizeOptions size, string currency) =>
        size switch
        {
            { PerSecond: { } amount } => new ModelPrice.PerSecond(amount, currency),
            { PerMillionPixels: { } amount } => new ModelPrice.PerMillionPixels(amount, currency),
            { PerMillionTokens: { } amount } => new ModelPrice.PerMillionTokens(amount, currency),
            _ => new ModelPrice.PerClip(size.PerClip.AsReadOnly(), currency),
        };
}
