using CommerceVideo.Bench.Masks;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Tests.Media.Photos;
using Xunit.Abstractions;

namespace CommerceVideo.Tests.Media.Masks;

public sealed class PhotoStudiesTests(ITestOutputHelper output) : IDisposable
{
    private const double PlainFloor = 0.95;
    private const double PersonFloor = 0.80;

    private readonly TestPictures _pictures = new();
    private readonly PhotoStudies _studies = new(new PhotoReader(new FfmpegRunner()));

    public static TheoryData<string> Drawn =>
        [.. DrawnProduct.All().Select(drawn => drawn.Name).Where(name => name != DrawnProduct.GroundColoured)];

    public void Dispose() => _pictures.Dispose();

    [Theory]
    [MemberData(nameof(Drawn))]
    public void A_drawn_product_is_found(string name)
    {
        var drawn = DrawnProduct.All().Single(d => d.Name == name);

        var study = PhotoStudies.Study(drawn.Photo, name);

        var iou = MaskLabel.Iou(study.Mask.Alpha, drawn.Truth);
        output.WriteLine($"{iou:F4} {study.Mask.Kind} {study.Mask.Confidence:F2} {study.Ground}");
        Assert.InRange(iou, 0.97, 1);
    }

    [Theory]
    [InlineData("dark-shirt-on-white", GroundKind.Plain)]
    [InlineData("striped-shirt-on-sweep", GroundKind.Graded)]
    [InlineData("shirt-before-shelves", GroundKind.Scene)]
    public void The_ground_is_told(string name, GroundKind kind)
    {
        var drawn = DrawnProduct.All().Single(d => d.Name == name);

        var ground = PhotoStudies.Study(drawn.Photo, name).Ground;

        Assert.Equal(kind, ground.Kind);
    }

    [Fact]
    public void The_box_and_the_cover_are_those_of_the_product()
    {
        var drawn = DrawnProduct.All().Single(d => d.Name == "bag-with-handle");

        var mask = PhotoStudies.Study(drawn.Photo, "bag").Mask;

        Assert.Equal(MaskKind.PlainGround, mask.Kind);
        Assert.InRange(mask.Box.X, 147, 153);
        Assert.InRange(mask.Box.Right, 447, 453);
        Assert.InRange(mask.Box.Bottom, 701, 707);
        Assert.InRange(
            mask.Coverage,
            drawn.Truth.Average(cover => cover / 255.0) - 0.01,
            drawn.Truth.Average(cover => cover / 255.0) + 0.01
        );
        Assert.InRange(mask.Confidence, 0.7, 1);
    }

    [Fact]
    public void The_ground_seen_through_a_handle_is_not_product()
    {
        var drawn = DrawnProduct.All().Single(d => d.Name == "bag-with-handle");

        var mask = PhotoStudies.Study(drawn.Photo, "bag").Mask;

        Assert.Equal(0, mask.Alpha[(250 * 600) + 300]);
    }

    [Fact]
    public void A_shadow_is_told_from_the_product_and_darkens_the_ground_as_it_did()
    {
        var drawn = DrawnProduct.All().Single(d => d.Name == "shoe-with-shadow");

        var mask = PhotoStudies.Study(drawn.Photo, "shoe").Mask;

        var below = (int)(0.68 * 800 * 600) + 312;
        below -= below % 600 - 312;
        Assert.Equal(0, mask.Alpha[below]);
        Assert.InRange(mask.Shadow![below] / 255.0, 0.65, 0.85);
        Assert.Equal(255, mask.Shadow[(30 * 600) + 30]);
    }

    [Fact]
    public void The_edge_is_soft_and_carries_no_rim_of_the_ground()
    {
        var drawn = DrawnProduct.All().Single(d => d.Name == "dark-shirt-on-white");

        var alpha = PhotoStudies.Study(drawn.Photo, "shirt").Mask.Alpha;

        var edge = Enumerable.Range(0, alpha.Length).Where(i => drawn.Truth[i] is > 0 and < 255).ToArray();
        var error = edge.Average(i => Math.Abs(alpha[i] - drawn.Truth[i]) / 255.0);
        Assert.InRange(error, 0, 0.12);
    }

    [Fact]
    public void A_picture_of_one_colour_has_no_product_and_its_box_is_the_whole_picture()
    {
        var photo = new Photo(300, 400, [.. Enumerable.Repeat((byte)255, 300 * 400 * 4)], HasAlpha: false);

        var mask = PhotoStudies.Study(photo, "white").Mask;

        Assert.Equal((MaskKind.None, 0.0, 0.0), (mask.Kind, mask.Coverage, mask.Confidence));
        Assert.Equal(new CommerceVideo.Media.PixelBox(0, 0, 300, 400), mask.Box);
    }

    [Fact]
    public void Noise_all_over_is_never_cut_with_confidence()
    {
        var rgba = new byte[300 * 400 * 4];
        new Random(3).NextBytes(rgba);
        for (var i = 3; i < rgba.Length; i += 4)
        {
            rgba[i] = 255;
        }

        var mask = PhotoStudies.Study(new Photo(300, 400, rgba, HasAlpha: false), "noise").Mask;

        Assert.Equal(MaskKind.None, mask.Kind);
    }

    [Fact]
    public void The_files_own_alpha_is_the_mask()
    {
        var rgba = TestPictures.Quarters(300, 300, "R...");

        var study = PhotoStudies.Study(new Photo(300, 300, rgba, HasAlpha: true), "alpha");

        Assert.Equal((MaskKind.Alpha, GroundKind.Transparent), (study.Mask.Kind, study.Ground.Kind));
        Assert.Equal(new CommerceVideo.Media.PixelBox(0, 0, 150, 150), study.Mask.Box);
        Assert.Equal(0.25, study.Mask.Coverage, 3);
    }

    [Fact]
    public void The_same_photo_gives_the_same_mask()
    {
        var drawn = DrawnProduct.All().Single(d => d.Name == "shirt-before-shelves");

        Assert.Equal(PhotoStudies.Study(drawn.Photo, "a").Mask.Alpha, PhotoStudies.Study(drawn.Photo, "a").Mask.Alpha);
    }

    [Fact]
    public async Task A_bad_file_is_refused_as_its_reading_was()
    {
        var outcome = await _studies.StudyAsync(_pictures.Write("x.jpg", "no picture"u8), default);

        Assert.Equal("not_an_image", Assert.IsType<StudyOutcome.Refused>(outcome).Reason.Code);
    }

    [Fact]
    public async Task Two_shots_of_one_photo_share_one_study()
    {
        var file = await _pictures.EncodeAsync("a.png", 300, 300, TestPictures.Quarters(300, 300, "RGBW"));

        var first = Assert.IsType<StudyOutcome.Studied>(await _studies.StudyAsync(file, default)).Study;
        var second = Assert.IsType<StudyOutcome.Studied>(await _studies.StudyAsync(file, default)).Study;

        Assert.Same(first, second);
    }

    [Fact]
    public async Task Sample_photos_agree_with_the_products_outlined_by_hand()
    {
        if (TestPictures.Samples is not { } samples)
        {
            return;
        }

        var scores = new List<(string Ground, double Iou)>();
        foreach (var (file, label) in MaskLabel.All())
        {
            var outcome = await _studies.StudyAsync(Path.Combine(samples, file), default, label.Type);
            var study = Assert.IsType<StudyOutcome.Studied>(outcome).Study;
            var iou = MaskLabel.Iou(study.Mask.Alpha, label.Draw(study.Photo.Width, study.Photo.Height));
            output.WriteLine($"{file} {iou:F3}");
            scores.Add((label.Ground, iou));
        }

        Assert.InRange(scores.Where(score => score.Ground == "plain").Average(score => score.Iou), PlainFloor, 1);
        Assert.InRange(scores.Where(score => score.Ground == "person").Average(score => score.Iou), PersonFloor, 1);
    }
}
