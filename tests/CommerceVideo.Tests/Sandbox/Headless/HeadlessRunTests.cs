using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Headless;
using CommerceVideo.Tests.Sandbox.Start;

namespace CommerceVideo.Tests.Sandbox.Headless;

public sealed class HeadlessRunTests
{
    [Fact]
    public async Task Photos_become_checked_files_and_the_promised_json()
    {
        using var fake = new FakeSystem();

        var outcome = await RunAsync(fake, "01-linen-dress.jpg", "broken-photo.jpg");

        var json = outcome.ToJson();
        Assert.Equal(0, outcome.Exit);
        Assert.True(json["ok"]!.GetValue<bool>());
        Assert.Equal(2, json["deliveries"]!["received"]!.GetValue<int>());
        var made = json["products"]![0]!;
        Assert.EndsWith("01-linen-dress.jpg", made["photo"]!.ToString(), StringComparison.Ordinal);
        var file = made["videos"]![0]!["file"]!.ToString();
        Assert.Equal("01-linen-dress-shopify-page.mp4", Path.GetFileName(file));
        Assert.StartsWith("clip of 90071992547409", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.True(File.Exists(made["videos"]![1]!["poster"]!.ToString()));
        Assert.Equal("""{"web":1,"worker":1,"workerStarts":1}""", json["processes"]!.ToJsonString());
        Assert.Equal("0.42", json["bills"]![0]!["theirs"]!.ToString());
        Assert.Equal("The picture is cut off.", json["products"]![1]!["reason"]!["text"]!.ToString());
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_sum_says_fails_the_run()
    {
        using var fake = new FakeSystem(("FAKE_SPOILS", "1"));

        var outcome = await RunAsync(fake, "linen-dress.jpg");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("is not the file its sum names", outcome.ToJson().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bill_that_differs_from_our_ledger_fails_the_run()
    {
        using var fake = new FakeSystem(("FAKE_SPEND", "0.41"));

        var outcome = await RunAsync(fake, "linen-dress.jpg");

        Assert.Equal(1, outcome.Exit);
        Assert.Equal("0.41", outcome.ToJson()["bills"]![0]!["ours"]!.ToString());
    }

    private static Task<HeadlessOutcome> RunAsync(FakeSystem fake, params string[] photos)
    {
        var samples = photos.Select(name => SampleProduct.FromPhoto(fake.Photo(name))).ToList();
        var run = new HeadlessRun(new HeadlessOptions(), fake.Options, fake.Folder, TextWriter.Null);
        return run.RunAsync(samples, CancellationToken.None);
    }
}
