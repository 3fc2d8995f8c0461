using CommerceVideo.Briefs;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Rendering;

/// <summary>One photo to finished files in a folder, with the studio model and no database.</summary>
internal sealed class PhotoRender(FfmpegRunner ffmpeg, TimeProvider time, Action<string> say)
{
    private readonly PhotoStudies _studies = new(new PhotoReader(ffmpeg));

    private readonly Finisher _finisher = new(ffmpeg, new VideoProbe(new FfprobeRunner(time: time)));

    public async Task<RenderReport> RunAsync(RenderOptions options, CancellationToken ct)
    {
        if (!File.Exists(options.Photo))
        {
            return RenderReport.Refuse(new RenderReason("not_found", $"There is no file '{options.Photo}'."));
        }

        say("Reading the photo");
        switch (await _studies.StudyAsync(options.Photo, ct, options.Product.Type ?? options.Product.Title))
        {
            case StudyOutcome.Refused refused:
                return RenderReport.Refuse(new RenderReason(refused.Reason.Code, refused.Reason.Text));
            case StudyOutcome.Studied studied:
                Directory.CreateDirectory(options.Out);
                return await MakeAsync(options, studied.Study, ct);
            default:
                throw new InvalidOperationException("A study is made or refused.");
        }
    }

    private async Task<RenderReport> MakeAsync(RenderOptions options, PhotoStudy study, CancellationToken ct)
    {
        var files = new List<RenderedFile>();
        var notMade = new List<UseNotMade>();
        var warnings = new List<string>();
        RenderedVariations? variations = null;
        foreach (var use in options.Uses)
        {
            var scratch = Directory.CreateTempSubdirectory("commercevideo-render-");
            try
            {
                var made = await MakeAsync(options, study, use, scratch.FullName, ct);
                files.AddRange(made.Files);
                notMade.AddRange(made.NotMade);
                warnings.AddRange(made.Warnings);
                variations ??= made.Variations;
            }
            finally
            {
                scratch.Delete(recursive: true);
            }
        }

        return new RenderReport(null, files, notMade, warnings) { Variations = variations };
    }

    private async Task<RenderReport> MakeAsync(
        RenderOptions options,
        PhotoStudy study,
        Use use,
        string scratch,
        CancellationToken ct
    )
    {
        var asked = options.Placements is { } names
            ? UsePlacements.Named(use).Where(placement => names.Contains(placement.Id, StringComparer.Ordinal))
            : UsePlacements.All(use);
        var placements = asked.Select(placement => placement.AtScale(options.Scale)).ToList();
        if (placements.Count == 0)
        {
            return new RenderReport(null, [], [], []);
        }

        var pageRatios = Placements.Get("shopify.product").Ratios;
        var planned = BriefPlanner.Plan(
            use,
            options.Product,
            PictureFacts.Of(study),
            pageRatios,
            shapes: UsePlacements.Shapes(placements)
        );
        if (planned is BriefOutcome.NotPossible impossible)
        {
            return NotMade(use, impossible.Code, impossible.Text);
        }

        var brief = UsePlacements.Filmed(((BriefOutcome.Planned)planned).Brief, placements);
        say($"{use}: filming {brief.Shots.Count} shots, {brief.Seconds:0.#} s");
        var model = new StudioProvider(
            (_, _) => Task.FromResult<StudyOutcome>(new StudyOutcome.Studied(study)),
            ffmpeg
        );
        var (clips, failure, reason) = await new Filming(model, time).FilmAsync(
            brief,
            PhotoFile.At(options.Photo, study.ContentHash),
            PictureFacts.Of(study),
            options.Scale,
            scratch,
            ct
        );
        if (failure is { } kind)
        {
            return NotMade(use, kind.ToString(), reason!);
        }

        say($"{use}: finishing for {string.Join(", ", placements.Select(static placement => placement.Id))}");
        var poster = UsePlacements.Poster(brief);
        var footage =
            Footage.Of(brief, clips) ?? throw new InvalidOperationException("Every shot asked for was filmed.");
        var outcome = await _finisher.FinishAsync(
            footage,
            placements,
            poster,
            scratch,
            ct,
            words: options.Words,
            ground: options.Ground,
            bed: options.Music,
            origin: FilmOrigin.Studio
        );
        var report = outcome switch
        {
            FinishOutcome.Finished done => Deliver(options, use, done.Files, done.Warnings),
            FinishOutcome.RulesBroken broken => Deliver(options, use, broken.Files, broken.Warnings),
            FinishOutcome.ClipUnusable unusable => NotMade(use, nameof(FailureKind.BadAsset), unusable.Reason),
            _ => throw new InvalidOperationException("Finishing ends in files or says why not."),
        };
        return use == Use.Social && options.Variations > 0 && report.NotMade.Count == 0
            ? await VaryAsync(options, use, report, footage, placements, scratch, ct)
            : report;
    }

    private async Task<RenderReport> VaryAsync(
        RenderOptions options,
        Use use,
        RenderReport report,
        Footage footage,
        IReadOnlyList<Placement> placements,
        string scratch,
        CancellationToken ct
    )
    {
        say($"{use}: {options.Variations} variations");
        var variations = new RenderVariations(_finisher, ffmpeg);
        var (outcome, placement) = await variations.MakeAsync(options, footage, placements, scratch, ct);
        return outcome switch
        {
            VariationOutcome.Made made => report with
            {
                Files = [.. report.Files, .. made.Files.SelectMany(one => Delivered(options, use, one.File, one.Axes))],
                Variations = RenderVariations.Told(options.Variations, made),
            },
            VariationOutcome.NotMade not => NotMade(use, nameof(FailureKind.BadAsset), not.Reason),
            _ => throw new InvalidOperationException($"No variations of {placement.Id}."),
        };
    }

    private static RenderReport NotMade(Use use, string code, string text) =>
        new(null, [], [new UseNotMade(Word(use), code, text)], []);

    /// <summary>One named file for each placement, as a person uploads them by hand.</summary>
    private static RenderReport Deliver(
        RenderOptions options,
        Use use,
        IReadOnlyList<FinishedFile> made,
        IReadOnlyList<string> warnings
    )
    {
        return new RenderReport(
            null,
            [.. made.SelectMany(file => Delivered(options, use, file, axes: null))],
            [],
            warnings
        );
    }

    private static IEnumerable<RenderedFile> Delivered(
        RenderOptions options,
        Use use,
        FinishedFile file,
        VariationAxes? axes
    )
    {
        foreach (var (placement, judgement) in file.Placements)
        {
            var photo = Path.GetFileNameWithoutExtension(options.Photo);
            var variation = axes?.ToString();
            var name = $"{photo}-{Word(use)}-{placement}{(variation is null ? "" : $"-{Slug.Of(variation)}")}";
            var video = Path.GetFullPath(Path.Combine(options.Out, $"{name}.mp4"));
            var poster = Path.ChangeExtension(video, ".jpg");
            File.Copy(file.Video, video, overwrite: true);
            File.Copy(file.Poster.File, poster, overwrite: true);
            yield return new RenderedFile(
                video,
                file.Sha256,
                Word(use),
                placement,
                variation,
                poster,
                file.Facts.Timing.Seconds,
                file.Facts.Picture.Shown.Width,
                file.Facts.Picture.Shown.Height,
                file.Facts.Timing.Fps,
                file.Heard.Lufs,
                judgement.Ok,
                [.. judgement.Broken.Select(RenderedBreach.Of)],
                axes
            );
        }
    }

    private static string Word(Use use) => use.ToString().ToLowerInvariant();
}
