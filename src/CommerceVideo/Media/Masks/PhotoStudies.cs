using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>Reads a picture file and finds the product in it.</summary>
public sealed class PhotoStudies(PhotoReader reader, long cacheBytes = 96 * 1024 * 1024)
{
    private readonly StudyCache _cache = new(cacheBytes);

    /// <param name="productType">What the merchant calls the product (type, category or title); helps where a person wears it.</param>
    /// <param name="name">What the merchant knows the picture by, for the text of a refusal.</param>
    public async Task<StudyOutcome> StudyAsync(
        string file,
        CancellationToken ct,
        string? productType = null,
        string? name = null
    )
    {
        switch (await reader.ReadAsync(file, ct, name))
        {
            case PhotoReading.Accepted accepted:
                var key = $"{accepted.ContentHash}/{ProductParts.Of(productType)}";
                return new StudyOutcome.Studied(
                    _cache.GetOrAdd(key, () => Study(accepted.Photo, accepted.ContentHash, productType))
                );
            case PhotoReading.Refused refused:
                return new StudyOutcome.Refused(refused);
            default:
                throw new InvalidOperationException("A reading is accepted or refused.");
        }
    }

    /// <summary>Finds the product; the same photo and words always give the same bytes.</summary>
    public static PhotoStudy Study(Photo photo, string contentHash, string? productType = null)
    {
        var (mask, ground, person) = MaskFinder.Find(photo, ProductParts.Of(productType));
        return new PhotoStudy(photo, contentHash, mask, ground, person);
    }
}
