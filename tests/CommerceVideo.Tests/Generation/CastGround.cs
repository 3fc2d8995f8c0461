using CommerceVideo.Brands;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels.Casting;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceVideo.Tests.Generation;

/// <summary>The ground of Generation with a model that takes references, and house models to show.</summary>
public sealed class CastGround : GenerationGround
{
    public const string TakesReferences = "kling-3.0-omni";

    protected override string? Choice => null;

    protected override string Allowed => $"{base.Allowed},{TakesReferences}";

    /// <summary>Keeps a house model of so many pictures.</summary>
    internal async Task<CastMember> HouseModelAsync(int pictures = 2)
    {
        var store = Services.GetRequiredService<IObjectStore>();
        var kept = new List<CastingPicture>();
        for (var picture = 0; picture < pictures; picture++)
        {
            await using var file = File.OpenRead(await Photos.DrawAsync(400, 500));
            var key = (await store.PutAsync(file, "image/jpeg", default)).Key;
            kept.Add(new CastingPicture(key[..64], key, 400, 500));
        }

        var form = new CastingForm(CastKind.Person, "Mara", "Tall", "Mara Lindt", new DateOnly(2026, 10, 1));
        CastMember? member = null;
        await ScopedAsync<BrandCasting>(async casting =>
            member = Assert
                .IsType<CastingOutcome.Kept>(await casting.AddAsync(Shop, form, kept, default))
                .Reference.AsMember()
        );
        return member!;
    }
}
