using CommerceVideo.Media.Photos;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Tests.VideoModels.Contract;

/// <summary>Requests with casting pictures, each drawn for the test, for adapters of models that take them.</summary>
internal static class CastPictures
{
    /// <summary>A house model of two pictures and a place of one, chosen for the model as the app does.</summary>
    public static async Task<GenerationRequest> CastRequestAsync(
        this AdapterGround ground,
        DrawnPhotos drawn,
        string model,
        Shot shot,
        string key
    )
    {
        var paths = new List<string>();
        for (var picture = 0; picture < 3; picture++)
        {
            paths.Add(await drawn.DrawAsync(400 + (picture * 40), 500));
        }

        var cast = new ShotCast([
            new CastMember(Guid.NewGuid(), CastKind.Person, "Tall, short grey hair", [paths[0], paths[1]]),
            new CastMember(Guid.NewGuid(), CastKind.Place, "A bright loft", [paths[2]]),
        ]);
        var request = await ground.RequestAsync(model, shot with { Cast = cast }, key);
        return request with
        {
            References =
            [
                .. ReferenceChoice
                    .Of(request.Model, request.Shot)
                    .Sent.Select(static one => new ReferencePicture(
                        new PhotoFile(one.Picture, _ => Task.FromResult(one.Picture)) { Framed = true },
                        one.Member
                    )),
            ],
        };
    }

    public static Shot Scene(Shot shot) => shot with { Start = ShotStart.References, Move = ShotMove.Scene };

    public static Shot Walk(Shot shot) => shot with { Move = ShotMove.Walk };
}
