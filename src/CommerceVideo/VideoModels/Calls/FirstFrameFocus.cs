using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>Where the product is in the first frame that a model was given; pure.</summary>
internal static class FirstFrameFocus
{
    /// <returns>Null where nobody knows: no mask, or no first frame.</returns>
    public static FrameShare? Of(GenerationRequest request) =>
        request.Shot.Start == ShotStart.Picture ? Of(request.Picture, request.Order.Ratio) : null;

    public static FrameShare? Of(PictureFacts picture, AspectRatio ratio)
    {
        if (picture.Mask == MaskKind.None)
        {
            return null;
        }

        var facts = new FramingFacts(
            picture.Width,
            picture.Height,
            picture.Box,
            ProductKnown: true,
            OpenGround: picture.Ground != GroundKind.Scene,
            ratio
        );
        var plan = FramingPlanner.Plan(facts, ShotMove.PushIn);
        return ProductFocus.Over(picture.Box, plan with { To = plan.From });
    }
}
