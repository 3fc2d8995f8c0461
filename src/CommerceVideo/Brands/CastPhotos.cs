using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Brands;

/// <summary>The files of the casting pictures that go to a model, of one shop, as far as they are still kept.</summary>
internal sealed class CastPhotos(AppDb db, IObjectStore store)
{
    public async Task<IReadOnlyList<ReferencePicture>> OfAsync(
        Guid shop,
        ReferenceChoice choice,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        if (choice.Sent.Count == 0)
        {
            return [];
        }

        var ids = choice.Sent.Select(static one => one.Member.Id).Distinct().ToArray();
        var kept = await db
            .CastingReferences.AsNoTracking()
            .Where(reference => reference.ShopId == shop && ids.Contains(reference.Id))
            .ToDictionaryAsync(static reference => reference.Id, static reference => reference.ReadPictures(), ct);
        return
        [
            .. from one in choice.Sent
            let file = kept.GetValueOrDefault(one.Member.Id)?.FirstOrDefault(p => p.ContentHash == one.Picture)
            where file is not null
            select new ReferencePicture(Photo(file, folder), one.Member),
        ];
    }

    private PhotoFile Photo(CastingPicture picture, ScratchFolder folder) =>
        new(
            picture.ContentHash,
            async ct =>
            {
                var path = folder.File(picture.FileKey);
                if (!File.Exists(path))
                {
                    await store.FetchToFileAsync(picture.FileKey, path, ct);
                }

                return path;
            }
        )
        {
            Framed = true,
        };
}
