using CommerceVideo.Admin.Operations;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;
using CommerceVideo.Generation;
using CommerceVideo.Publishing;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class ReportWritingTests
{
    private static readonly SourceImage Picture = Rows.Image("gid://shopify/MediaImage/1", hash: "h1");

    [Fact]
    public void A_product_whose_videos_are_all_there_is_ready()
    {
        var brief = Rows.Brief("h1", BriefState.Done);
        var rendition = Rows.Rendition(brief);

        var report = Of([Picture], [brief], renditions: [rendition], publications: [Rows.Published(rendition)]);

        Assert.Equal("ready", report.State);
        Assert.Null(report.Reason);
        var video = Assert.Single(report.Videos);
        Assert.Equal("published", video.State);
        Assert.Equal("gid://shopify/Video/9", video.MediaId);
        Assert.Equal(new Uri("https://app.example/clip.mp4"), video.File);
        Assert.Equal("page", video.Purpose);
    }

    [Fact]
    public void A_video_that_goes_on_no_page_is_stored()
    {
        var brief = Rows.Brief("h1", BriefState.Done, Use.Social);

        var video = Assert.Single(Of([Picture], [brief], renditions: [Rows.Rendition(brief)]).Videos);

        Assert.Equal("stored", video.State);
        Assert.Equal("social", video.Purpose);
        Assert.Null(video.MediaId);
    }

    [Theory]
    [InlineData(BriefState.Generating)]
    [InlineData(BriefState.Finishing)]
    [InlineData(BriefState.Publishing)]
    public void While_anything_is_on_its_way_it_is_being_worked_on(BriefState state)
    {
        var (done, open) = (Rows.Brief("h1", BriefState.Done), Rows.Brief("h1", state, Use.Social));

        var report = Of([Picture], [done, open]);

        Assert.Equal("working", report.State);
        Assert.Equal("making", report.Videos[1].State);
    }

    [Fact]
    public void So_is_a_product_with_a_picture_that_was_not_read_or_planned_yet()
    {
        Assert.Equal("working", Of([Rows.Image("1", ImageState.New)], []).State);
        Assert.Equal("working", Of([Picture], []).State);
        Assert.Equal("working", Of([Picture], [Rows.Brief("another picture", BriefState.Done)]).State);
    }

    [Fact]
    public void What_nobody_could_finish_is_parked_with_its_reason()
    {
        var brief = Rows.Brief("h1", BriefState.Publishing);
        brief.Park("not_published", "The shop could not be reached.");

        var report = Of([Picture], [brief, Rows.Brief("h1", BriefState.Done, Use.Social)]);

        Assert.Equal("parked", report.State);
        Assert.Equal(new ReasonReport("not_published", "The shop could not be reached."), report.Reason);
        Assert.Equal("failed", report.Videos[0].State);
    }

    [Fact]
    public void A_product_whose_only_picture_will_never_do_is_refused_with_the_pictures_reason()
    {
        var bad = Rows.Image("1", ImageState.New);
        bad.Refuse("too_small", "Upload a larger one.");

        var report = Of([bad], []);

        Assert.Equal("refused", report.State);
        Assert.Equal(new ReasonReport("too_small", "Upload a larger one."), report.Reason);
        Assert.Equal("refused", Assert.Single(report.Images).State);
    }

    [Fact]
    public void One_bad_picture_among_good_ones_is_told_and_stops_nothing()
    {
        var bad = Rows.Image("2", ImageState.New);
        bad.Refuse("too_small", "Upload a larger one.");

        var report = Of([Picture, bad], [Rows.Brief("h1", BriefState.Done)]);

        Assert.Equal("ready", report.State);
        Assert.Equal("too_small", report.Reason?.Code);
    }

    [Fact]
    public void A_product_for_which_no_video_asked_for_is_possible_is_refused_with_the_reason()
    {
        var brief = Rows.Brief("h1", BriefState.NotPossible, Use.Lifestyle);
        (brief.ReasonCode, brief.ReasonText) = ("nobody_wears_it", "Add a photo with a person.");

        var report = Of([Picture], [brief]);

        Assert.Equal("refused", report.State);
        Assert.Equal("nobody_wears_it", report.Reason?.Code);
        Assert.Equal("failed", Assert.Single(report.Videos).State);
    }

    [Fact]
    public void A_product_without_a_picture_says_what_to_do()
    {
        Assert.Equal("no_picture", Of([], []).Reason?.Code);
        Assert.Equal("no_picture", Of([Rows.Image("1", ImageState.Gone)], []).Reason?.Code);
    }

    [Fact]
    public void A_deleted_product_is_refused_whatever_was_on_its_way()
    {
        var report = Of([Picture], [Rows.Brief("h1", BriefState.Generating)], deleted: true);

        Assert.Equal(("refused", "product_deleted"), (report.State, report.Reason?.Code));
    }

    [Fact]
    public void Videos_of_pictures_that_are_gone_are_told_no_more()
    {
        var stale = Rows.Brief("old", BriefState.Parked);
        stale.Stale = true;

        var report = Of([Picture], [stale, Rows.Brief("h1", BriefState.Done)]);

        Assert.Equal("ready", report.State);
        Assert.Single(report.Videos);
    }

    [Fact]
    public void A_withdrawn_publication_shows_no_video_of_the_shops()
    {
        var brief = Rows.Brief("h1", BriefState.Done);
        var rendition = Rows.Rendition(brief);
        var publication = Rows.Published(rendition);
        publication.State = PublicationState.Withdrawn;

        var video = Assert.Single(Of([Picture], [brief], renditions: [rendition], publications: [publication]).Videos);

        Assert.Equal(("stored", null), (video.State, video.MediaId));
    }

    [Fact]
    public void Every_attempt_is_told_with_its_price_and_failure_and_the_last_names_the_model()
    {
        var brief = Rows.Brief("h1", BriefState.Generating);
        var failed = Rows.Attempt(brief, 1, "dear-1", AttemptState.Failed, 0.42m);
        failed.Failure = FailureKind.ContentRefused;

        var video = Assert.Single(
            Of(
                [Picture],
                [brief],
                attempts: [Rows.Attempt(brief, 2, "studio-1", AttemptState.Collected), failed]
            ).Videos
        );

        Assert.Equal("studio-1", video.Model);
        Assert.Equal(
            [
                new AttemptReport("dear-1", "failed", "ContentRefused", new PriceReport("0.42", "USD"), null),
                new AttemptReport("studio-1", "collected", null, new PriceReport("0.00", "USD"), null),
            ],
            video.Attempts
        );
    }

    private static ProductReport Of(
        SourceImage[] images,
        PlannedBrief[] briefs,
        Attempt[]? attempts = null,
        Rendition[]? renditions = null,
        Publication[]? publications = null,
        bool deleted = false
    ) =>
        ReportWriting.Of(
            new ProductRows(
                Rows.Product(deleted),
                images,
                briefs,
                (attempts ?? []).ToLookup(static a => a.BriefId),
                (renditions ?? []).ToLookup(static r => r.BriefId),
                (publications ?? []).ToLookup(static p => p.RenditionId)
            ),
            static key => new Uri($"https://app.example/{key}")
        );
}
