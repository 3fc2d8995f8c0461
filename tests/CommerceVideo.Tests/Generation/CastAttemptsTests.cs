using CommerceVideo.Brands;
using CommerceVideo.Briefs;
using CommerceVideo.Generation;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Tests.Generation;

/// <summary>What becomes of a Shot's casting on its way to a model, counted in the provider's own books.</summary>
public sealed class CastAttemptsTests(CastGround ground) : IClassFixture<CastGround>
{
    [Fact]
    public async Task A_model_that_takes_casting_pictures_is_asked_first_and_shown_them()
    {
        var person = await ground.HouseModelAsync();

        var brief = await ground.BriefAsync(wanted: null, change: shot => Walk(shot, person), use: Use.Lifestyle);
        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal((AttemptState.Collected, CastGround.TakesReferences), (attempt.State, attempt.Model));
        Assert.Contains("Is shown all 2 casting pictures.", attempt.Route, StringComparison.Ordinal);
        Assert.Empty(attempt.Warnings);
        Assert.Equal(3, await PicturesAsync(attempt));
    }

    [Fact]
    public async Task A_model_that_cannot_keeps_to_the_photo_and_that_is_told_with_the_attempt()
    {
        var person = await ground.HouseModelAsync();

        var brief = await ground.BriefAsync(wanted: CastGround.First, change: shot => Walk(shot, person));
        await ground.LiveAsync();

        var attempt = Assert.Single(await ground.AttemptsAsync(brief));
        Assert.Equal(["Kling 3.0 takes no casting pictures: it keeps to the photo."], attempt.Warnings);
        Assert.Equal(1, await PicturesAsync(attempt));
    }

    [Fact]
    public async Task The_same_shot_with_another_casting_is_another_request()
    {
        var (one, other) = (await ground.HouseModelAsync(1), await ground.HouseModelAsync(1));
        var again = one with { Id = other.Id };

        var hashes = new List<string?>();
        foreach (var person in new[] { one, other, again })
        {
            var brief = await ground.BriefAsync(change: shot => Walk(shot, person));
            await ground.LiveAsync();
            hashes.Add((await ground.AttemptsAsync(brief))[0].RequestHash);
        }

        Assert.NotEqual(hashes[0], hashes[1]);
        Assert.Equal(hashes[0], hashes[2]);
    }

    [Fact]
    public async Task Who_was_erased_before_the_request_went_out_is_shown_to_nobody_and_a_scene_about_them_is_not_bought()
    {
        var person = await ground.HouseModelAsync();
        var walk = await ground.BriefAsync(wanted: CastGround.TakesReferences, change: shot => Walk(shot, person));
        var scene = await ground.BriefAsync(
            wanted: CastGround.TakesReferences,
            change: shot => CastPictures.Scene(Walk(shot, person))
        );
        await ground.ScopedAsync<BrandCasting>(casting => casting.EraseAsync(ground.Shop, person.Id, default));

        await ground.LiveAsync();

        var walked = Assert.Single(await ground.AttemptsAsync(walk));
        Assert.Equal(1, await PicturesAsync(walked));
        Assert.Contains("removed from the brand kit", Assert.Single(walked.Warnings), StringComparison.Ordinal);
        Assert.Equal(AttemptState.Cancelled, Assert.Single(await ground.AttemptsAsync(scene)).State);
        Assert.Empty(await ground.JobsAsync(scene));
        var parked = await ground.BriefOfAsync(scene);
        Assert.Equal((BriefState.Parked, "casting_removed"), (parked.State, parked.ReasonCode));
    }

    private static Shot Walk(Shot shot, CastMember person) =>
        shot with
        {
            Move = ShotMove.Walk,
            Cast = new ShotCast([person]),
        };

    private async Task<int> PicturesAsync(Attempt attempt) =>
        (await ground.StandIns.JobsAsync("kling")).Single(job => $"{job["generation"]}" == $"{attempt.Id:N}")[
            "pictures"
        ]!
            .AsArray()
            .Count;
}
