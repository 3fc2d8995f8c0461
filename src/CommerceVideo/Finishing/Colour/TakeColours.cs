using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;

namespace CommerceVideo.Finishing.Colour;

/// <summary>
/// Brings the product of each Take that a model invented to the photo's colour, and measures what came of it. Takes whose
/// pixels are the photo's are left alone.
/// </summary>
public sealed class TakeColours(PhotoStudy study, IReadOnlyList<ColourWish> wishes, FfmpegRunner ffmpeg)
{
    private readonly SmallFrames _frames = new(ffmpeg);

    private readonly Dictionary<int, (ProductPicture? Picture, ColourDecision Decision)> _decided = [];

    /// <summary>The Takes with their transforms; they come in the order of the wishes.</summary>
    public async Task<IReadOnlyList<FilmedTake>> DecideAsync(IReadOnlyList<FilmedTake> takes, CancellationToken ct)
    {
        var decided = new List<FilmedTake>();
        for (var at = 0; at < takes.Count; at++)
        {
            if (!wishes[at].Invented)
            {
                decided.Add(takes[at]);
                continue;
            }

            var picture = ProductPicture.Of(study, wishes[at].Ratio);
            var decision = ColourDecision.Of(
                picture,
                wishes[at].Move,
                await _frames.ReadAsync(takes[at], ct),
                takes[at].Facts.Timing.Fps
            );
            _decided[at] = (picture, decision);
            decided.Add(takes[at] with { Colour = decision.Transform });
        }

        return decided;
    }

    /// <summary>For each Take what was measured, null where nothing had to be.</summary>
    public async Task<IReadOnlyList<ColourFacts?>> FactsAsync(
        IReadOnlyList<FilmedTake> takes,
        string folder,
        CancellationToken ct
    )
    {
        var facts = new List<ColourFacts?>();
        for (var at = 0; at < takes.Count; at++)
        {
            var file = Path.Combine(folder, FinishingCommand.Measured(takes[at].Place));
            if (!_decided.TryGetValue(at, out var known))
            {
                facts.Add(null);
            }
            else if (known.Picture is null || known.Decision.Transform is null || !File.Exists(file))
            {
                facts.Add(known.Decision.Facts);
            }
            else
            {
                var frames = await SmallFrames.ReadAsync(file, takes[at].Size, ct);
                var placed = known.Decision.Placed.Where(place => place.At < frames.Count).ToList();
                facts.Add(known.Decision.Facts with { After = ClipMeasure.Figures(known.Picture, frames, placed) });
            }
        }

        return facts;
    }
}
