using CommerceVideo.Channels;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Finishing;

namespace CommerceVideo.Tests.Channels;

/// <summary>Every rule of every placement, with one film that keeps it and one that does not.</summary>
public sealed class RulePairTests(PairFilms films) : IClassFixture<PairFilms>
{
    /// <summary>Told by playing the film.</summary>
    private static readonly string[] Measured =
    [
        "loudness",
        "truePeak",
        "silent",
        "still",
        "blackBars",
        "firstFrameBlack",
    ];

    /// <summary>What cannot be broken alone.</summary>
    private static readonly Dictionary<string, string[]> Companions = new(StringComparer.Ordinal)
    {
        ["ratio"] = ["minimumSize"],
        ["minimumSize"] = ["ratio"],
        ["evenSize"] = ["pixelFormat"],
        ["container"] = ["fastStart", "editList"],
        ["truePeak"] = ["loudness"],
        ["silent"] = ["loudness", "truePeak"],
    };

    public static TheoryData<string> Ids => [.. Placements.All.Select(static placement => placement.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_good_film_keeps_every_rule_and_goes_against_no_advice(string id)
    {
        var placement = Placements.Get(id);

        var judgement = await JudgeAsync(await films.GoodAsync(placement), placement, look: true);

        Assert.Equal(Rules(placement), judgement.Checked);
        Assert.Empty(judgement.Broken);
        Assert.Empty(judgement.Advice);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_rule_is_kept_by_one_film_and_broken_by_its_twin(string id)
    {
        var placement = Placements.Get(id);
        foreach (var rule in Rules(placement))
        {
            var pair = await films.PairAsync(placement, rule);
            Assert.True(pair is not null, $"{id}: {rule} has no pair of films.");
            var look = Measured.Contains(rule, StringComparer.Ordinal);

            var good = Told(await JudgeAsync(pair.Value.Good, placement, look));
            var bad = Told(await JudgeAsync(pair.Value.Bad, placement, look));

            Assert.True(!good.Contains(rule), $"{id}: the good film breaks {rule}.");
            Assert.True(bad.Contains(rule), $"{id}: the bad film keeps {rule}.");
            var also = bad.Except([rule, .. good, .. Companions.GetValueOrDefault(rule, [])]);
            Assert.True(!also.Any(), $"{id}: the bad film of {rule} breaks {string.Join(", ", also)} too.");
        }
    }

    [Fact]
    public void Each_rule_says_what_to_do_and_where_it_was_read()
    {
        var film = TakeBuilder.Facts(width: 33, height: 31, fps: 5);
        var bad = film with { Bytes = long.MaxValue, Sound = null };

        var rules = Placements.All.SelectMany(Rules).Distinct().ToList();
        var broken = Placements.All.SelectMany(placement => PlacementRules.Judge(bad, placement).Broken);

        Assert.All(rules, static rule => Assert.NotEmpty(NextSteps.For(rule)));
        Assert.All(broken, static rule => Assert.NotEmpty(rule.Source));
        string[] posters = ["posterFormat", "posterRatio", "posterWidth", "posterBytes"];
        Assert.Equal(NextSteps.Rules.Order(), rules.Concat(posters).Order());
    }

    private static IReadOnlyList<string> Rules(Placement placement) =>
        PlacementRules
            .Judge(TakeBuilder.Facts(), placement, new SoundLevel(-16, -3), new ScreenFacts(false, 0, 9))
            .Checked;

    private async Task<Judgement> JudgeAsync(string file, Placement placement, bool look)
    {
        var film = await films.ReadAsync(file, look);
        return PlacementRules.Judge(film.Facts, placement, film.Heard, film.Screen);
    }

    private static List<string> Told(Judgement judgement) =>
        [.. judgement.Broken.Concat(judgement.Advice).Select(static rule => rule.Rule)];
}
