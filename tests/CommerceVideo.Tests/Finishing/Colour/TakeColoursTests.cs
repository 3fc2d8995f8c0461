using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.Tests.Finishing.Colour;

public sealed class TakeColoursTests : IDisposable
{
    private static readonly AspectRatio Shape = new(9, 16);

    private readonly TinyVideo _videos = new();

    private readonly DrawnPhotos _photos = new();

    private readonly PhotoStudies _studies = new(new PhotoReader(TinyVideo.Ffmpeg));

    public void Dispose()
    {
        _videos.Dispose();
        _photos.Dispose();
    }

    [Fact]
    public async Task The_finished_film_has_the_products_colour_of_the_photo_and_the_same_bytes_each_time()
    {
        var photo = await _photos.DrawAsync(720, 960);
        var clip = await FilmedAsync(
            photo,
            "colorchannelmixer=rr=1.06:gg=1:bb=0.92,eq=contrast=0.92:brightness=0.06:saturation=0.9"
        );

        var first = await FinishAsync(photo, clip, invented: true);
        var again = await FinishAsync(photo, clip, invented: true);

        var facts = Assert.Single(first.Colours)!;
        Assert.Equal("corrected", facts.Outcome);
        Assert.InRange(facts.Before!.Mean, 2, 30);
        Assert.InRange(facts.After!.Mean, 0, 1);
        Assert.InRange(facts.After.P95, 0, 1.5);
        Assert.InRange(await ApartAsync(photo, first.Files[0].Video), 0, 1.5);
        Assert.Equal(first.Files[0].Sha256, again.Files[0].Sha256);
    }

    [Fact]
    public async Task A_clip_of_the_photos_own_pixels_is_not_touched()
    {
        var photo = await _photos.DrawAsync(720, 960);
        var clip = await FilmedAsync(photo, "eq=saturation=0.5");

        var finished = await FinishAsync(photo, clip, invented: false);

        Assert.Null(Assert.Single(finished.Colours));
        Assert.False(File.Exists(Path.Combine(_videos.Folder, FinishingCommand.Measured(0))));
    }

    private async Task<FinishOutcome.Finished> FinishAsync(string photo, Clip clip, bool invented)
    {
        var colours = new TakeColours(
            await StudyAsync(photo),
            [new ColourWish(invented, ShotMove.PushIn, Shape)],
            TinyVideo.Ffmpeg
        );
        var outcome = await new Finisher(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner())).FinishAsync(
            new Footage([clip], [new Film(Shape, [0])]),
            [Placements.Get("shopify.product")],
            PosterChoice.FirstFrame,
            _videos.Folder,
            CancellationToken.None,
            colours: colours
        );
        return Assert.IsType<FinishOutcome.Finished>(outcome);
    }

    /// <summary>What a model would make of the picture that it is given: a slow move in, in colours of its own.</summary>
    private async Task<Clip> FilmedAsync(string photo, string cast)
    {
        var prepared = Assert.IsType<PictureOutcome.Prepared>(
            await new PicturePreparation(_studies, TinyVideo.Ffmpeg).PrepareAsync(
                PhotoFile.At(photo, photo),
                null,
                Shape,
                new PictureNeeds(8_000_000),
                CancellationToken.None
            )
        );
        var still = _videos["still.jpg"];
        await File.WriteAllBytesAsync(still, prepared.Picture.Jpeg);
        var file = _videos["clip.mp4"];
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(still)
                .With(
                    "-vf",
                    $"{cast},scale=675:1200:out_color_matrix=bt709:out_range=tv,zoompan=z='1+0.1*on/96':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=96:s=540x960:fps=24"
                )
                .With(TinyVideo.Picture.Split(' '))
                .Output(file),
            TimeSpan.FromMinutes(1),
            CancellationToken.None
        );
        return new Clip(file, 540, 960, 24, 4, Focus: null, []);
    }

    /// <summary>Of the file as a shopper gets it.</summary>
    private async Task<double> ApartAsync(string photo, string video)
    {
        var read = Assert.IsType<VideoReading.Read>(
            await new VideoProbe(new FfprobeRunner()).ReadAsync(video, CancellationToken.None)
        );
        var take = new FilmedTake(new Clip(video, 540, 960, 24, 4, Focus: null, []), read.Facts);
        var frames = await new SmallFrames(TinyVideo.Ffmpeg).ReadAsync(take, CancellationToken.None);
        var picture = ProductPicture.Of(await StudyAsync(photo), Shape)!;
        return ClipMeasure
            .Figures(picture, frames, [.. ClipMeasure.Place(picture, frames, 24).OfType<PlacedFrame>()])
            .Mean;
    }

    private async Task<PhotoStudy> StudyAsync(string photo) =>
        Assert.IsType<StudyOutcome.Studied>(await _studies.StudyAsync(photo, CancellationToken.None)).Study;
}
