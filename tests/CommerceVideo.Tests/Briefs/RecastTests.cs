using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.Brands;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Tests.Admin.Operations;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceVideo.Tests.Briefs;

/// <summary>A video that is asked for again is cast from the brand's kit of that day.</summary>
public sealed class RecastTests : IAsyncLifetime
{
    private const string Gid = "gid://shopify/Product/1";

    private static readonly Shot Scene = new(
        "scene",
        ShotStart.References,
        ShotMove.Scene,
        8,
        new AspectRatio(9, 16),
        Loop: false,
        "In a loft."
    );

    private static readonly PictureFacts Packshot = new(
        1200,
        1600,
        GroundKind.Plain,
        MaskKind.PlainGround,
        Confidence: 0.9,
        Coverage: 0.3,
        new PixelBox(300, 200, 500, 1200),
        Person: false
    );

    private OperatorDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await OperatorDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task What_could_not_be_planned_for_want_of_a_person_is_planned_once_the_kit_has_one()
    {
        await BriefAsync(BriefState.NotPossible);
        Assert.Contains("house model in the brand kit", await RefusedAsync(), StringComparison.Ordinal);

        var person = await PersonAsync("first");

        var shot = Assert.Single(await AgainAsync());
        Assert.Equal((ShotStart.References, new ShotCast([person])), (shot.Start, shot.Cast));
    }

    [Fact]
    public async Task Who_took_another_s_place_is_shown_and_without_anybody_the_video_is_not_made()
    {
        var first = await PersonAsync("first");
        await BriefAsync(BriefState.Done, Scene with { Cast = new ShotCast([first]) });
        Assert.Equal(new ShotCast([first]), Assert.Single(await AgainAsync()).Cast);

        await CastingAsync(casting => casting.EraseAsync(_desk.Shop, first.Id, default));
        Assert.Contains("Add one to the brand kit", await RefusedAsync(), StringComparison.Ordinal);

        var second = await PersonAsync("second");
        Assert.Equal(new ShotCast([second]), Assert.Single(await AgainAsync()).Cast);
    }

    [Fact]
    public async Task A_recipe_that_is_kept_and_shared_has_nobody_in_it()
    {
        var brief = await BriefAsync(BriefState.Done, Scene with { Cast = new ShotCast([await PersonAsync("first")]) });

        await _desk.Client.PostAsJsonAsync($"shops/{OperatorDesk.Domain}/recipes/from/{brief}", new { name = "Loft" });

        await using var db = _desk.Database.CreateDbContext();
        Assert.Null(Assert.Single(ShotJson.Read((await db.Recipes.SingleAsync()).Shots)).Cast);
    }

    private async Task<CastMember> PersonAsync(string hash)
    {
        var form = new CastingForm(CastKind.Person, hash, "Tall", "Somebody", new DateOnly(2026, 10, 1));
        CastMember? member = null;
        await CastingAsync(async casting =>
            member = Assert
                .IsType<CastingOutcome.Kept>(
                    await casting.AddAsync(
                        _desk.Shop,
                        form,
                        [new CastingPicture(hash, $"{new string('a', 64)}.jpg", 400, 500)],
                        default
                    )
                )
                .Reference.AsMember()
        );
        return member!;
    }

    private async Task CastingAsync(Func<BrandCasting, Task> act)
    {
        await using var scope = _desk.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<BrandCasting>());
    }

    private async Task<IReadOnlyList<Shot>> AgainAsync()
    {
        using var answer = await AskAsync();
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await using var db = _desk.Database.CreateDbContext();
        return ShotJson.Read(await db.Briefs.OrderBy(b => b.Version).Select(b => b.Shots).LastAsync());
    }

    private async Task<string> RefusedAsync()
    {
        using var answer = await AskAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString()!;
    }

    private Task<HttpResponseMessage> AskAsync() =>
        _desk.Client.PostAsJsonAsync("regenerations", new { product = Gid, use = "Lifestyle" });

    private async Task<Guid> BriefAsync(BriefState state, params Shot[] shots)
    {
        await using var db = _desk.Database.CreateDbContext();
        var product = new Product
        {
            Id = Guid.NewGuid(),
            ShopId = _desk.Shop,
            Gid = Gid,
            Title = "Dress",
            Tags = [],
            Status = "ACTIVE",
            RemoteUpdatedAt = DateTimeOffset.UnixEpoch,
            SyncedAt = DateTimeOffset.UnixEpoch,
        };
        db.Products.Add(product);
        await db.SaveChangesAsync();
        var image = new SourceImage
        {
            Id = Guid.NewGuid(),
            ShopId = _desk.Shop,
            ProductId = product.Id,
            MediaGid = "1",
            Position = 0,
            Address = "",
            State = ImageState.Accepted,
            ContentHash = "hash",
            Facts = Packshot.Write(),
            SeenAt = DateTimeOffset.UnixEpoch,
        };
        db.SourceImages.Add(image);
        await db.SaveChangesAsync();
        var brief = new PlannedBrief
        {
            Id = Guid.NewGuid(),
            ShopId = _desk.Shop,
            ProductId = product.Id,
            SourceImageId = image.Id,
            ContentHash = "hash",
            Use = Use.Lifestyle,
            State = state,
            Shots = ShotJson.Write(shots),
            ReasonText = "no person",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        db.Briefs.Add(brief);
        await db.SaveChangesAsync();
        return brief.Id;
    }
}
