using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.Brands;
using CommerceVideo.Media.Photos;
using CommerceVideo.Tests.Media.Photos;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels.Casting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class CastingEndpointsTests : IAsyncLifetime
{
    private const string Casting = $"shops/{OperatorDesk.Domain}/casting";

    private DrawnPhotos Drawn { get; } = new();
    private OperatorDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await OperatorDesk.OpenAsync();

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        Drawn.Dispose();
    }

    [Fact]
    public async Task A_house_model_is_kept_with_the_consent_and_listed()
    {
        var kept = await KeptAsync(await PostAsync(Person(), await Drawn.DrawAsync(), await Drawn.DrawAsync()));

        var list = await ListAsync();
        var one = Assert.Single(list.GetProperty("casting").EnumerateArray());
        Assert.Equal(1, list.GetProperty("version").GetInt32());
        Assert.Equal(
            (kept, "person", "Mara", "Tall, short grey hair", "Mara Lindt", "2026-10-01"),
            (
                one.GetProperty("id").GetGuid(),
                Text(one, "kind"),
                Text(one, "name"),
                Text(one, "looks"),
                Text(one, "consentBy"),
                Text(one, "consentOn")
            )
        );
        Assert.Equal(2, one.GetProperty("pictures").GetArrayLength());
        Assert.Equal(2, _desk.KeptFiles);
    }

    [Fact]
    public async Task A_picture_is_kept_upright_on_white_and_without_what_its_file_says_beside_it()
    {
        var photo = await Drawn.DrawAsync(640, 480);
        var turned = Drawn.Write("turned.jpg", TestPictures.WithExif(await File.ReadAllBytesAsync(photo), 6));

        await KeptAsync(await PostAsync(Person(), turned));

        await using var db = _desk.Database.CreateDbContext();
        var picture = Assert.Single((await db.CastingReferences.SingleAsync()).ReadPictures());
        Assert.Equal((480, 640), (picture.Width, picture.Height));
        var link = (await ListAsync()).GetProperty("casting")[0].GetProperty("pictures")[0];
        using var anybody = new HttpClient { BaseAddress = new Uri(_desk.Client.BaseAddress!, "/") };
        var file = await anybody.GetByteArrayAsync(new Uri(Text(link, "address")!).PathAndQuery);
        Assert.Equal(1, PhotoHeaders.Read(file)!.Orientation);
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    public static TheoryData<string, string?, string> Unfit =>
        new()
        {
            { "consentBy", null, "who agreed" },
            { "consentOn", null, "which day" },
            { "consentOn", "2199-01-01", "future" },
            { "consentOn", "1.10.2026", "2026-11-24" },
            { "kind", "animal", "person or place" },
            { "name", " ", "a name" },
        };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_lacks_something_is_refused_with_what_to_do_and_no_picture_is_kept(
        string field,
        string? value,
        string says
    )
    {
        var form = Person();
        form[field] = value;

        await RefusedAsync(await PostAsync(form, await Drawn.DrawAsync()), says);
    }

    [Fact]
    public async Task Pictures_are_judged_by_content_one_bad_one_keeps_all_out()
    {
        var good = await Drawn.DrawAsync();
        var text = Drawn.Write("portrait.jpg", "not a picture"u8);
        var narrow = await Drawn.DrawAsync(320, 900);

        await RefusedAsync(await PostAsync(Person(), good, text), "not a picture, whatever its file is called");
        await RefusedAsync(await PostAsync(Person(), good, narrow), "too narrow");
        await RefusedAsync(await PostAsync(Person()), "1 to 4 pictures");
        await RefusedAsync(await PostAsync(Person(), good, good, good, good, good), "5 came");
    }

    [Fact]
    public async Task What_replaces_another_stands_in_its_place_in_the_next_version()
    {
        var old = await KeptAsync(await PostAsync(Person(), await Drawn.DrawAsync()));
        await KeptAsync(await PostAsync(Place(), await Drawn.DrawAsync()));
        using var form = await FormAsync(Person("Ada"), await Drawn.DrawAsync());

        var replacement = await KeptAsync(await _desk.Client.PutAsync($"{Casting}/{old}", form));

        var list = await ListAsync();
        Assert.Equal(3, list.GetProperty("version").GetInt32());
        Assert.Equal(["Ada", "Loft"], list.GetProperty("casting").EnumerateArray().Select(one => Text(one, "name")));
        Assert.NotEqual(old, replacement);
        using var again = await FormAsync(Person(), await Drawn.DrawAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.PutAsync($"{Casting}/{old}", again)).StatusCode);
    }

    [Fact]
    public async Task Who_is_erased_is_gone_from_every_version_with_all_files_and_all_that_was_replaced()
    {
        var old = await KeptAsync(await PostAsync(Person(), await Drawn.DrawAsync()));
        using var form = await FormAsync(Person("Ada"), await Drawn.DrawAsync());
        var ada = await KeptAsync(await _desk.Client.PutAsync($"{Casting}/{old}", form));
        var loft = await Drawn.DrawAsync();
        await KeptAsync(await PostAsync(Place(), loft));

        var erased = await _desk.Client.DeleteAsync($"{Casting}/{ada}");

        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        var list = await ListAsync();
        Assert.Equal(["Loft"], list.GetProperty("casting").EnumerateArray().Select(one => Text(one, "name")));
        await using var db = _desk.Database.CreateDbContext();
        Assert.Equal([CastKind.Place], await db.CastingReferences.Select(one => one.Kind).ToListAsync());
        Assert.Equal(1, _desk.KeptFiles);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.DeleteAsync($"{Casting}/{ada}")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_another_one_shows_too_stays_when_one_is_erased()
    {
        var same = await Drawn.DrawAsync();
        var first = await KeptAsync(await PostAsync(Place(), same));
        await KeptAsync(await PostAsync(Place("Loft again"), same));

        await _desk.Client.DeleteAsync($"{Casting}/{first}");

        Assert.Equal(1, _desk.KeptFiles);
    }

    [Fact]
    public async Task No_shop_reaches_into_another_s_kit()
    {
        var ours = await KeptAsync(await PostAsync(Person(), await Drawn.DrawAsync()));
        const string theirs = $"shops/{OperatorDesk.OtherDomain}/casting";
        using var form = await FormAsync(Person("Ada"), await Drawn.DrawAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.DeleteAsync($"{theirs}/{ours}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.PutAsync($"{theirs}/{ours}", form)).StatusCode);
        Assert.Equal(1, (await ListAsync()).GetProperty("casting").GetArrayLength());
        Assert.Equal(0, (await ListAsync(theirs)).GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.GetAsync("shops/nobody/casting")).StatusCode);
    }

    [Fact]
    public async Task A_product_shows_the_variant_of_its_collection_else_the_whole_shop_s_kit()
    {
        await KeptAsync(await PostAsync(Person(), await Drawn.DrawAsync()));
        var summer = Person("Ada");
        (summer["collection"], summer["looks"]) = ("summer", "Freckles");
        await KeptAsync(await PostAsync(summer, await Drawn.DrawAsync()));

        Assert.Equal("Freckles", await LooksAsync("sale", "summer"));
        Assert.Equal("Tall, short grey hair", await LooksAsync("sale"));
        Assert.Equal("Tall, short grey hair", await LooksAsync());
    }

    private async Task<string> LooksAsync(params string[] collections)
    {
        await using var scope = _desk.Services.CreateAsyncScope();
        var kits = scope.ServiceProvider.GetRequiredService<BrandKits>();
        var kit = await kits.InForceAsync(_desk.Shop, collections, CancellationToken.None);
        var cast = await kits.CastAsync(_desk.Shop, kit?.Content, CancellationToken.None);
        return Assert.Single(cast!.Members).Looks;
    }

    private static Dictionary<string, string?> Person(string name = "Mara") =>
        new(StringComparer.Ordinal)
        {
            ["kind"] = "person",
            ["name"] = name,
            ["looks"] = "Tall, short grey hair",
            ["consentBy"] = "Mara Lindt",
            ["consentOn"] = "2026-10-01",
        };

    private static Dictionary<string, string?> Place(string name = "Loft") =>
        new(StringComparer.Ordinal) { ["kind"] = "place", ["name"] = name };

    private static async Task<MultipartFormDataContent> FormAsync(
        Dictionary<string, string?> fields,
        params string[] pictures
    )
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(static field => field.Value is not null))
        {
            form.Add(new StringContent(value!), name);
        }

        foreach (var picture in pictures)
        {
            form.Add(
                new ByteArrayContent(await File.ReadAllBytesAsync(picture)),
                "pictures",
                Path.GetFileName(picture)
            );
        }

        return form;
    }

    private async Task<HttpResponseMessage> PostAsync(Dictionary<string, string?> fields, params string[] pictures)
    {
        using var form = await FormAsync(fields, pictures);
        return await _desk.Client.PostAsync(Casting, form);
    }

    private async Task<JsonElement> ListAsync(string casting = Casting) =>
        await _desk.Client.GetFromJsonAsync<JsonElement>(casting);

    private static async Task<Guid> KeptAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }
    }

    private async Task RefusedAsync(HttpResponseMessage answer, string says)
    {
        using (answer)
        {
            var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(says, Text(told, "text"), StringComparison.Ordinal);
            Assert.Equal(0, (await ListAsync()).GetProperty("version").GetInt32());
            Assert.Equal(0, _desk.KeptFiles);
        }
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
