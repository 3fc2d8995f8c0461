using CommerceVideo.VideoModels;

namespace CommerceVideo.Briefs;

/// <summary>Each move as a person would say it to a camera operator.</summary>
internal static class Intents
{
    public static string Of(ShotMove move) =>
        move switch
        {
            ShotMove.PushIn => "The camera moves slowly towards the product; nothing else moves.",
            ShotMove.PullOut => "The camera moves slowly away from the product until all of it is seen.",
            ShotMove.PanLeft => "The camera glides slowly to the left along the product.",
            ShotMove.PanRight => "The camera glides slowly to the right along the product.",
            ShotMove.TiltUp => "The camera rises slowly along the product.",
            ShotMove.TiltDown => "The camera sinks slowly along the product.",
            ShotMove.DetailToWhole => "The shot opens close on the material and eases back to the whole product.",
            ShotMove.LightSweep => "A soft band of light passes once over the product; the camera stays still.",
            ShotMove.LiftOff => "The product rises gently off its ground and settles; the ground stays still.",
            ShotMove.Walk => "The person walks slowly towards the camera, wearing the product.",
            ShotMove.Scene => "The product is used in an everyday place, in natural light.",
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
}
