using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Tests.Briefs;

public sealed class ShotJsonTests
{
    [Fact]
    public void Shots_are_read_back_as_written()
    {
        var shot = new Shot(
            "open-4x5",
            ShotStart.Picture,
            ShotMove.PushIn,
            3,
            new AspectRatio(4, 5),
            false,
            "",
            "open",
            Cast: new ShotCast([new CastMember(Guid.NewGuid(), CastKind.Place, "A loft", ["hash"])])
        );

        Assert.Equal([shot], ShotJson.Read(ShotJson.Write([shot])));
    }

    [Fact]
    public void Shots_kept_before_there_were_reframings_are_still_read()
    {
        var shots = ShotJson.Read(
            """
            [{"name":"open","start":"Picture","move":"PushIn","seconds":3.5,"ratio":{"width":9,"height":16},"loop":false,"intent":"Closer."}]
            """
        );

        Assert.Equal(("open", new AspectRatio(9, 16), null), (shots[0].Name, shots[0].Ratio, shots[0].Reframes));
    }
}
