using CommerceVideo.Media;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Fal;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.Tests.VideoModels.Fal;

public sealed class FalAppTests : IDisposable
{
    private static readonly PreparedPicture First = new([1, 2, 3], 720, 1280);
    private static readonly PreparedPicture Last = new([4, 5, 6], 720, 1280);

    private readonly AdapterGround _ground = new(new Dictionary<string, string?>());

    public void Dispose() => _ground.Dispose();

    [Theory]
    [InlineData("pika-2.2", 4, """{"resolution":"720p","duration":"5"}""")]
    [InlineData("pika-2.2", 8, """{"resolution":"720p","duration":"10"}""")]
    [InlineData(
        "fal-wan-2.1",
        4,
        """{"num_frames":81,"frames_per_second":16,"resolution":"480p","aspect_ratio":"9:16","enable_prompt_expansion":false,"enable_safety_checker":true}"""
    )]
    [InlineData(
        "fal-wan-2.1",
        6,
        """{"num_frames":97,"frames_per_second":16,"resolution":"480p","aspect_ratio":"9:16","enable_prompt_expansion":false,"enable_safety_checker":true}"""
    )]
    [InlineData(
        "fal-wan-2.7",
        4,
        """{"resolution":"720p","duration":"4","enable_prompt_expansion":false,"enable_safety_checker":true}"""
    )]
    public async Task Each_app_is_asked_in_its_own_members(string model, double seconds, string others)
    {
        var body = (await InputAsync(model, new PreparedFrames(First, null), seconds)).Body;

        Assert.Equal("data:image/jpeg;base64,AQID", $"{body["image_url"]}");
        Assert.StartsWith("The Tee stands still.", $"{body["prompt"]}", StringComparison.Ordinal);
        Assert.Contains("warped logo", $"{body["negative_prompt"]}", StringComparison.Ordinal);
        foreach (var common in (string[])["image_url", "prompt", "negative_prompt"])
        {
            body.Remove(common);
        }

        Assert.Equal(others, body.ToJsonString());
    }

    [Fact]
    public async Task Only_wan_2_7_is_told_where_to_end()
    {
        var frames = new PreparedFrames(First, Last);

        Assert.Equal(
            "data:image/jpeg;base64,BAUG",
            $"{(await InputAsync("fal-wan-2.7", frames, 4)).Body["end_image_url"]}"
        );
        Assert.Equal(
            ["fal-wan-2.7"],
            Versions.Where(static version => version.Ending).Select(static version => version.Id)
        );
    }

    [Fact]
    public void Every_version_of_the_register_has_its_app_and_every_app_its_version() =>
        Assert.Equal(
            FalApps.All.Select(static app => app.Endpoint).Order(StringComparer.Ordinal),
            Versions.Select(static version => version.WireName).Order(StringComparer.Ordinal)
        );

    private IEnumerable<CommerceVideo.VideoModels.Register.VideoModel> Versions =>
        _ground.Register.All.Where(static version => version.Provider == FalProvider.ProviderName);

    private async Task<FalInput> InputAsync(string model, PreparedFrames frames, double seconds)
    {
        var shot = new Shot(
            "open",
            ShotStart.Picture,
            ShotMove.PushIn,
            seconds,
            new AspectRatio(9, 16),
            false,
            "Closer."
        );
        var request = await _ground.RequestAsync(model, shot, "key");
        return FalApps.Find(request.Model.WireName)!.Input(request, frames);
    }
}
