using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Generation;
using CommerceVideo.Media.Marks;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing.Records;

/// <summary>
/// What a sidecar says: hashes, models and times, and nothing of the shop, so that it may be shown to anybody and kept when the
/// shop is gone.
/// </summary>
/// <param name="Issuer">The installation's public address, below which the keys and this record are found.</param>
/// <param name="Sha256">Of the film's file, hex.</param>
/// <param name="PhotoHash">SHA-256 of the photo's size and pixels (upright, sRGB), whatever its file's format.</param>
/// <param name="RecipeHash">SHA-256 of the Shots in plain intent.</param>
/// <param name="KitVersion">The version of the shop's brand kit; null for none.</param>
/// <param name="KitVariant">The version of a collection's variant of it; null for none. Which collection is the shop's affair.</param>
/// <param name="Claim">The same in one sentence.</param>
/// <param name="Shots">The Clips of its video, by the places of their Shots.</param>
public sealed record FilmClaims(
    string Issuer,
    string Id,
    string Sha256,
    string PosterSha256,
    DateTimeOffset MadeAt,
    bool AiGenerated,
    string DigitalSourceType,
    string Claim,
    string PhotoHash,
    string RecipeHash,
    int? KitVersion,
    int? KitVariant,
    IReadOnlyList<ClaimedShot> Shots
)
{
    /// <summary>A provider's signed manifest was in a Clip; FFmpeg keeps none, so the file does not carry it.</summary>
    public bool ManifestLost => Shots.Any(static shot => shot.Manifest);

    internal static FilmClaims Of(
        FilmRecordAddress address,
        FinishedFile file,
        FilmBrand brand,
        PlannedBrief brief,
        IReadOnlyList<Attempt> shown,
        bool generated,
        DateTimeOffset madeAt
    )
    {
        var mark = FileMark.Of(generated, address.Page);
        return new FilmClaims(
            address.Issuer.AbsoluteUri,
            address.Id,
            file.Sha256,
            file.Poster.Sha256,
            madeAt,
            generated,
            mark.Source.Address,
            mark.Words,
            brief.ContentHash,
            RecipeHashOf(brief),
            brand.Version?.Shop,
            brand.Version?.Variant,
            [.. shown.Select(ClaimedShot.Of)]
        );
    }

    // The database keeps JSON in an order of its own.
    private static string RecipeHashOf(PlannedBrief brief) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ShotJson.Write(ShotJson.Read(brief.Shots)))));
}

/// <param name="RequestHash">Tells the request from another one; null for what was made here.</param>
/// <param name="ClipSha256">Of what came back from the model, which is kept as it came.</param>
/// <param name="Manifest">A C2PA manifest of the provider is in that file.</param>
public sealed record ClaimedShot(string Provider, string Model, string? RequestHash, string? ClipSha256, bool Manifest)
{
    internal static ClaimedShot Of(Attempt attempt) =>
        new(
            attempt.Provider,
            attempt.Model,
            attempt.RequestHash,
            // A key in storage is the content's hash and an ending.
            attempt.ClipKey?.Split('.')[0],
            attempt.Clip is { } clip && JsonSerializer.Deserialize<Clip>(clip)!.Manifest
        );
}
