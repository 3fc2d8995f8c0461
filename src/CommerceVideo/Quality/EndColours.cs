using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Video;
using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality;

/// <summary>
/// How the colours of a Clip's end are brought back to its photo's. A model that is handed its own last picture adds its cast to
/// a picture that has it already, and the next one adds it again.
/// </summary>
internal sealed class EndColours(FfmpegRunner ffmpeg, VideoProbe probe)
{
    /// <summary>The ground helps to tell contrast and cast, and never outvotes the product.</summary>
    private const double GroundVote = 0.3;

    private readonly ClipReader _reader = new(ffmpeg);

    /// <returns>Null where the photo is not found again at the Clip's end: then nothing is known of its cast.</returns>
    public async Task<ColourTransform?> OfAsync(PhotoStudy study, string clip, CancellationToken ct)
    {
        if (await probe.ReadAsync(clip, ct) is not VideoReading.Read read)
        {
            return null;
        }

        var frames = await _reader.ReadAsync(clip, read.Facts, ct);
        if (frames.Sampled.Count == 0)
        {
            return null;
        }

        var photo = PhotoReference.Of(study, frames.Sampled[0].Edge());
        return PlacingTrack.Of(photo, frames.Sampled) is [.., { IsFound: true } last] ? Fit(photo, last) : null;
    }

    private static ColourTransform Fit(PhotoReference photo, PlacedFrame last)
    {
        // The ground of a photo that has none was read in the Clip, look and all.
        var (core, ground) = (Cells(photo.Core), photo.Bare ? [] : Cells(photo.Ground));
        var vote = ground.Count == 0 ? 0 : GroundVote * core.Count / ground.Count;
        var matches = core.Select(cell => Match(photo, last, cell, product: true, weight: 1))
            .Concat(ground.Select(cell => Match(photo, last, cell, product: false, vote)))
            .ToList();
        return core.Count == 0 ? ColourTransform.Identity : ColourFit.Of(matches);

        List<int> Cells(bool[] part) =>
            [.. Enumerable.Range(0, part.Length).Where(cell => part[cell] && last.Seen[cell])];
    }

    private static ColourMatch Match(PhotoReference photo, PlacedFrame last, int cell, bool product, double weight)
    {
        var (x, y) = last.Placing.Of(cell % photo.Width, cell / photo.Width);
        var (cx, cy) = ((x - 0.5f) / 2, (y - 0.5f) / 2);
        var frame = last.Frame;
        return new ColourMatch(
            new YccColour(frame.Luma.At(x, y), frame.Blue.At(cx, cy), frame.Red.At(cx, cy)),
            new YccColour(photo.Luma.Values[cell], photo.Blue.Values[cell], photo.Red.Values[cell]),
            product,
            weight
        );
    }
}
