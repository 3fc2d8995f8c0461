using CommerceVideo.Brands;
using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Tests.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Briefs;

public sealed class RegenerationsTests : IAsyncLifetime
{
    private ShopRows _rows = null!;

    public async Task InitializeAsync()
    {
        _rows = await ShopRows.CreateAsync();
        await _rows.BriefAsync("one");
    }

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    [Fact]
    public async Task Eight_clicks_at_once_ask_for_one_video()
    {
        var asked = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => AskAsync("Show the collar.")))
        );

        Assert.Equal(2, Assert.Single(asked.Distinct()).Version);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Eight_people_with_a_wish_each_get_a_version_each()
    {
        var asked = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(person => Task.Run(() => AskAsync($"Wish {person}.")))
        );

        Assert.Equal(Enumerable.Range(2, 8), asked.Select(static one => one.Version).Order());
        Assert.Equal(9, await CountAsync());
    }

    [Fact]
    public async Task The_same_wish_after_it_was_made_is_a_new_one()
    {
        await AskAsync("Show the collar.");
        await using (var db = _rows.Database.CreateDbContext())
        {
            await db.Briefs.ExecuteUpdateAsync(set => set.SetProperty(static b => b.State, BriefState.Review));
        }

        Assert.Equal(3, (await AskAsync("Show the collar.")).Version);
    }

    private async Task<RegenerationOutcome.Asked> AskAsync(string note)
    {
        await using var db = _rows.Database.CreateDbContext();
        var wish = new RegenerationWish(_rows.Knit.Id, Use.Page, Note: note);
        var regenerations = new Regenerations(
            db,
            new BriefPlanning(new BrandKits(db), Options.Create(new BriefOptions())),
            new WorkQueue(_rows.Time),
            _rows.Time
        );
        return Assert.IsType<RegenerationOutcome.Asked>(await regenerations.AskAsync(wish, default));
    }

    private async Task<int> CountAsync()
    {
        await using var db = _rows.Database.CreateDbContext();
        return await db.Briefs.CountAsync();
    }
}
