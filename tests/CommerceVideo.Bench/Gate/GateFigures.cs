using System.Globalization;
using CommerceVideo.Quality;

namespace CommerceVideo.Bench.Gate;

/// <summary>
/// What the fidelity gate catches of the defect set and what it wrongly turns away, over photos that set no threshold.
/// <c>GATE_SPLIT=tuning</c> takes the others instead, <c>GATE_CLASSES</c> only some classes (<c>good</c> and <c>cost</c> are two),
/// <c>GATE_CLIPS</c> another number of clips a class, <c>GATE_STRENGTH</c> one strength; <c>GATE_OBSERVED</c> names a file for
/// every figure of every clip, and <c>GATE_KEPT</c> a folder in which clips are kept and found again.
/// </summary>
internal static class GateFigures
{
    private const int ClipsAClass = 60;
    private const int GoodClips = 120;
    private const double LeastCaught = 0.95;
    private const double MostRejected = 0.05;
    private const double MostReviewed = 0.15;

    /// <param name="photos">A folder of product photos.</param>
    public static async Task<IReadOnlyList<Figure>> RunAsync(string photos, CancellationToken ct)
    {
        if (!Directory.Exists(photos))
        {
            return [Figure.Missing("gate.catch", "share", "there are no photos here; name a folder with --photos")];
        }

        var tuning = Setting("GATE_SPLIT") == "tuning";
        var all = await GatePhoto.AllAsync(photos, ct);
        GatePhoto[] chosen = [.. all.Where(photo => photo.Tuning == tuning)];
        await Console.Error.WriteLineAsync(
            $"  thresholds were set on {Names(all, true)}; {(tuning ? "these are measured" : $"measured are {Names(all, false)}")}"
        );
        var kept = Setting("GATE_KEPT");
        var folder = kept is null ? Directory.CreateTempSubdirectory("gate-") : Directory.CreateDirectory(kept);
        try
        {
            var figures = new List<Figure>();
            var run = new GateRun(GateLimits.Shipped());
            if (Wants("good"))
            {
                figures.AddRange(Good(await JudgeAsync(run, GoodOnes(chosen), folder, ct)));
            }

            if (Wants("cost") && chosen.FirstOrDefault(static photo => photo.Plain) is { } plain)
            {
                figures.AddRange(await GateCost.RunAsync(plain, plain.File(photos), folder.FullName, ct));
            }

            foreach (var defect in DefectClass.All().Where(static defect => Wants(defect.Name)))
            {
                figures.AddRange(await CaughtAsync(run, defect, chosen, folder, ct));
            }

            return figures;
        }
        finally
        {
            if (kept is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task<IReadOnlyList<Figure>> CaughtAsync(
        GateRun run,
        DefectClass defect,
        GatePhoto[] photos,
        DirectoryInfo folder,
        CancellationToken ct
    )
    {
        GatePhoto[] able = [.. photos.Where(photo => photo.Lacks(defect.Name) is null)];
        foreach (var photo in photos.Except(able))
        {
            await Console.Error.WriteLineAsync(
                $"      {defect.Name}: n/a for {photo.Name}: {photo.Lacks(defect.Name)}"
            );
        }

        var figures = new List<Figure>();
        foreach (var strength in Enum.GetValues<Strength>().Where(Wants))
        {
            var name = $"gate.catch.{defect.Name}.{strength.ToString().ToLowerInvariant()}";
            var wanted = strength == Strength.Middle ? Count(ClipsAClass) : Count(ClipsAClass) / 5;
            GateClip[] clips =
            [
                .. Enumerable
                    .Range(0, able.Length == 0 ? 0 : wanted)
                    .Select(at => new GateClip(able[at % able.Length], defect, strength, at / able.Length)),
            ];
            var verdicts = await JudgeAsync(run, clips, folder, ct);
            if (verdicts.Count == 0)
            {
                figures.Add(Figure.Missing(name, "share", "no photo has the feature"));
                continue;
            }

            var caught = verdicts.Count(static one => one.Verdict != Verdict.Pass);
            var rejected = verdicts.Count(static one => one.Verdict == Verdict.Reject);
            figures.Add(
                Share(name, caught, verdicts.Count, $"{rejected} rejected") with
                {
                    Op = strength == Strength.Middle ? ">=" : null,
                    Limit = strength == Strength.Middle ? LeastCaught : null,
                }
            );
        }

        return figures;
    }

    private static IEnumerable<Figure> Good(IReadOnlyList<GateVerdict> verdicts)
    {
        var rejected = verdicts.Count(static one => one.Verdict == Verdict.Reject);
        var reviewed = verdicts.Count(static one => one.Verdict == Verdict.Review);
        yield return Share("gate.good.rejected", rejected, verdicts.Count, "wrongly") with
        {
            Op = "<=",
            Limit = MostRejected,
        };
        yield return Share("gate.good.reviewed", reviewed, verdicts.Count, "wrongly") with
        {
            Op = "<=",
            Limit = MostReviewed,
        };
    }

    private static IReadOnlyList<GateClip> GoodOnes(GatePhoto[] photos) =>
        [
            .. Enumerable
                .Range(0, photos.Length == 0 ? 0 : Count(GoodClips))
                .Select(at => new GateClip(photos[at % photos.Length], null, Strength.Middle, at / photos.Length)),
        ];

    private static async Task<IReadOnlyList<GateVerdict>> JudgeAsync(
        GateRun run,
        IReadOnlyList<GateClip> clips,
        DirectoryInfo folder,
        CancellationToken ct
    )
    {
        var verdicts = await run.JudgeAsync(clips, folder.FullName, ct);
        if (Setting("GATE_OBSERVED") is { } file)
        {
            await File.AppendAllLinesAsync(file, verdicts.Select(static one => one.Line()), ct);
        }

        return verdicts;
    }

    private static Figure Share(string name, int seen, int of, string words)
    {
        var (low, high) = Wilson.Of(seen, of);
        return new Figure(
            name,
            of == 0 ? null : Math.Round(seen / (double)of, 4),
            "share",
            $"{seen} of {of} clips, {words}, 95% from {low:0.00} to {high:0.00}",
            []
        );
    }

    private static string Names(IReadOnlyList<GatePhoto> photos, bool tuning) =>
        string.Join(
            ", ",
            photos.Where(photo => photo.Tuning == tuning && !photo.IsVariant).Select(static photo => photo.Name)
        ) + $" and {photos.Count(photo => photo.Tuning == tuning && photo.IsVariant)} variants of these";

    private static bool Wants(string name) => Setting("GATE_CLASSES") is not { } only || only.Split(',').Contains(name);

    private static bool Wants(Strength strength) =>
        Setting("GATE_STRENGTH") is not { } only
        || only.Equals(strength.ToString(), StringComparison.OrdinalIgnoreCase);

    private static int Count(int usual) =>
        int.TryParse(Setting("GATE_CLIPS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : usual;

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name);
}
