using System.Text.Json.Nodes;
using CommerceVideo.Media;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Wan;

namespace CommerceVideo.Tests.VideoModels.Wan;

public sealed class WanBodyTests : IDisposable
{
    private static readonly PreparedPicture First = new([1, 2, 3], 720, 1280);
    private static readonly PreparedPicture Last = new([4, 5, 6], 720, 1280);

    private readonly AdapterGround _ground = new(new Dictionary<string, string?>());

    public void Dispose() => _ground.Dispose();

    [Theory]
    [InlineData(
        "wan-2.1-plus",
        """{"resolution":"720P","duration":5,"prompt_extend":false,"watermark":false}""",
        "prompt negative_prompt img_url"
    )]
    [InlineData(
        "wan-2.6",
        """{"resolution":"720P","duration":5,"prompt_extend":false,"watermark":false,"audio":false}""",
        "prompt negative_prompt img_url"
    )]
    [InlineData(
        "wan-2.7",
        """{"resolution":"720P","duration":4,"prompt_extend":false,"watermark":false}""",
        "prompt negative_prompt media"
    )]
    [InlineData(
        "wan-3.0",
        """{"resolution":"480P","duration":4,"ratio":"adaptive","audio":false,"prompt_extend":false}""",
        "prompt media"
    )]
    public async Task Each_protocol_has_its_own_members_and_its_bad_defaults_switched_off(
        string model,
        string parameters,
        string input
    )
    {
        var body = await BodyAsync(model, new RequestPictures(First, null, []));

        Assert.Equal(parameters, body["parameters"]!.ToJsonString());
        Assert.Equal(input.Split(' '), body["input"]!.AsObject().Select(static member => member.Key));
    }

    [Theory]
    [InlineData("wan-2.7")]
    [InlineData("wan-3.0")]
    public async Task The_frames_go_along_as_they_are(string model)
    {
        var body = await BodyAsync(model, new RequestPictures(First, Last, []));

        Assert.Equal(
            """[{"type":"first_frame","url":"data:image/jpeg;base64,AQID"},{"type":"last_frame","url":"data:image/jpeg;base64,BAUG"}]""",
            body["input"]!["media"]!.ToJsonString()
        );
    }

    private async Task<JsonObject> BodyAsync(string model, RequestPictures pictures)
    {
        var shot = new Shot("open", ShotStart.Picture, ShotMove.PushIn, 4, new AspectRatio(9, 16), false, "Closer.");
        var request = await _ground.RequestAsync(model, shot, "key");
        return WanBodies.For(request.Model.WireName).Write(request, pictures).Body;
    }
}
