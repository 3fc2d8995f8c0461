using CommerceVideo.Brands.Kits;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Briefs;

/// <summary>From the product and its picture to Shots, for one use. Pure: the same facts give the same plan.</summary>
public static class BriefPlanner
{
    private const double PageSeconds = 6;

    private static readonly AspectRatio Vertical = new(9, 16);

    private static readonly AspectRatio Feed = new(4, 5);

    private static readonly AspectRatio Wide = new(16, 9);

    private static readonly AspectRatio[] SocialShapes = [Vertical, Feed];

    /// <param name="pageRatios">The shapes that product pages show, from the page's Placement.</param>
    /// <param name="cast">The brand's casting, for Shots that show a person; null where it has none.</param>
    /// <param name="shapes">The shapes a social film is shot in, the first one's Shots leading; null for upright and feed.</param>
    /// <param name="limits">What the brand never shows and how it moves; null where it has no kit.</param>
    public static BriefOutcome Plan(
        Use use,
        ProductFacts product,
        PictureFacts picture,
        IReadOnlyList<AspectRatio> pageRatios,
        FilmLengths? lengths = null,
        ShotCast? cast = null,
        IReadOnlyList<AspectRatio>? shapes = null,
        BrandLimits? limits = null
    )
    {
        limits ??= BrandLimits.None;
        return Branded(
            use switch
            {
                Use.Page => Planned(use, [Page(picture, NearestRatio(picture, pageRatios), limits.Motion)]),
                Use.Social => Planned(use, Social(product, picture, shapes ?? SocialShapes, limits.Motion)),
                Use.Hero => Planned(use, Hero(picture, (lengths ?? FilmLengths.Usual).Hero)),
                Use.Isolation => Isolation(picture, NearestRatio(picture, pageRatios)),
                Use.Lifestyle => limits.NoPeople
                    ? LifestyleWithoutPeople(picture)
                    : Lifestyle(picture, (lengths ?? FilmLengths.Usual).Walk, cast?.HasPerson == true),
                _ => throw new ArgumentOutOfRangeException(nameof(use)),
            },
            picture,
            cast,
            limits
        );
    }

    /// <summary>The page shape nearest to the picture's own, so that least of it is cut or added.</summary>
    public static AspectRatio NearestRatio(PictureFacts picture, IReadOnlyList<AspectRatio> ratios) =>
        ratios.MinBy(ratio => Math.Abs(Math.Log(ratio.Value * picture.Height / picture.Width)));

    private static BriefOutcome.Planned Planned(Use use, IReadOnlyList<Shot> shots) => new(new Brief(use, shots));

    private static BriefOutcome Branded(
        BriefOutcome outcome,
        PictureFacts picture,
        ShotCast? cast,
        BrandLimits limits
    ) =>
        outcome is BriefOutcome.Planned { Brief: var brief }
            ? Planned(brief.Use, CastShots.Of(brief.Use, brief.Shots, picture, cast, limits)) with
            {
                Warnings = limits.Warnings(brief.Use, picture),
            }
            : outcome;

    /// <param name="motion">Where it is calm only the camera moves.</param>
    private static Shot Page(PictureFacts picture, AspectRatio ratio, MotionStyle motion) =>
        picture.StandsAlone && motion != MotionStyle.Calm
            ? FromPicture("page", ShotMove.LiftOff, PageSeconds, ratio, loop: true)
            : FromPicture("page", ShotMove.PushIn, PageSeconds, ratio, loop: true);

    private static Shot[] Social(
        ProductFacts product,
        PictureFacts picture,
        IReadOnlyList<AspectRatio> shapes,
        MotionStyle motion
    )
    {
        var along = ProductKinds.Read(product) switch
        {
            ProductKind.LongGarment => ShotMove.TiltUp,
            ProductKind.Garment => ShotMove.TiltDown,
            ProductKind.Footwear => ShotMove.PanRight,
            _ when picture.Width > picture.Height => ShotMove.PanLeft,
            _ => ShotMove.PullOut,
        };

        var close = picture.StandsAlone && motion != MotionStyle.Calm ? ShotMove.LiftOff : ShotMove.PullOut;
        var light = picture.StandsAlone ? ShotMove.LightSweep : ShotMove.PushIn;
        // As long in all, so that every placement's length still fits.
        Shot[] shots =
            motion == MotionStyle.Lively
                ?
                [
                    FromPicture("open", ShotMove.DetailToWhole, 2.8, shapes[0]),
                    FromPicture("along", along, 2.4, shapes[0]),
                    FromPicture("near", ShotMove.PushIn, 2.4, shapes[0]),
                    FromPicture("light", light, 2.4, shapes[0]),
                    FromPicture("close", close, 3, shapes[0]),
                ]
                :
                [
                    FromPicture("open", ShotMove.DetailToWhole, 3.5, shapes[0]),
                    FromPicture("along", along, 3, shapes[0]),
                    FromPicture("light", light, 3, shapes[0]),
                    FromPicture("close", close, 3.5, shapes[0]),
                ];
        return [.. shots, .. shapes.Skip(1).SelectMany(shape => shots.Select(shot => Again(shot, shape)))];
    }

    /// <summary>A tall product fills an upright frame, so that no feed's shape can be cut out of it: it is filmed again.</summary>
    private static Shot Again(Shot shot, AspectRatio ratio) =>
        shot with
        {
            Name = $"{shot.Name}-{ratio.Width}x{ratio.Height}",
            Ratio = ratio,
            Reframes = shot.Name,
        };

    private static IReadOnlyList<Shot> Hero(PictureFacts picture, double seconds) =>
        Sequences.Cut(picture, seconds, static (name, move, length) => FromPicture(name, move, length, Wide));

    private static BriefOutcome Isolation(PictureFacts picture, AspectRatio ratio) =>
        picture.StandsAlone
            ? Planned(Use.Isolation, [FromPicture("isolation", ShotMove.LiftOff, PageSeconds, ratio, loop: true)])
            : new BriefOutcome.NotPossible(
                "product_not_separable",
                picture.Ground == GroundKind.Scene
                    ? "The product cannot be told from its surroundings in this photo. Add a photo on a plain or transparent background for an isolation video."
                    : "The edge of the product is too faint against its background. Add a photo with more contrast, or one with a transparent background."
            );

    private static BriefOutcome Lifestyle(PictureFacts picture, double walk, bool houseModel) =>
        picture.Person == true
            ? Planned(
                Use.Lifestyle,
                Sequences.Chained(
                    new Shot(
                        "walk",
                        ShotStart.Picture,
                        ShotMove.Walk,
                        walk,
                        Vertical,
                        Loop: false,
                        "The person in the photo walks slowly towards the camera, wearing the product."
                    )
                )
            )
        : houseModel
            ? Planned(
                Use.Lifestyle,
                [
                    new Shot(
                        "scene",
                        ShotStart.References,
                        ShotMove.Scene,
                        8,
                        Vertical,
                        Loop: false,
                        "The cast person uses the product in an everyday place, in natural light."
                    ),
                ]
            )
        : new BriefOutcome.NotPossible(
            "no_person",
            "A lifestyle video needs a photo with a person wearing the product, or a house model in the brand kit. Add one of them."
        );

    private static BriefOutcome LifestyleWithoutPeople(PictureFacts picture) =>
        picture.Person == true
            ? new BriefOutcome.NotPossible(
                "people_off_limits",
                "The brand kit allows no people, and this photo shows one. Add a photo of the product alone for a lifestyle video, or allow people in the brand kit."
            )
            : Planned(
                Use.Lifestyle,
                [
                    new Shot(
                        "scene",
                        ShotStart.Picture,
                        ShotMove.Scene,
                        8,
                        Vertical,
                        Loop: false,
                        "The product stands in an everyday place, in natural light; nobody is seen."
                    ),
                ]
            );

    private static Shot FromPicture(string name, ShotMove move, double seconds, AspectRatio ratio, bool loop = false) =>
        new(name, ShotStart.Picture, move, seconds, ratio, loop, Intents.Of(move));
}

/// <summary>How long the films are whose length is a wish, in seconds.</summary>
public sealed record FilmLengths(double Hero, double Walk)
{
    public static FilmLengths Usual { get; } = new(8, 12);
}
