using System.Text.Json;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Seedance;

namespace CommerceVideo.Tests.VideoModels.Seedance;

public sealed class SeedanceSearchTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly List<int> _pages = [];

    [Fact]
    public async Task Ours_is_found_by_its_mark_on_a_later_page()
    {
        var newest = Enumerable
            .Range(0, SeedanceSearch.PageSize)
            .Select(static at => Item($"n{at}", minutes: 2, "else"));

        var sight = await LookAsync([.. newest], [Item("other", 1, "else"), Item("ours", 0, "mark")]);

        Assert.Equal("ours", sight.Ticket);
        Assert.Equal([1, 2], _pages);
    }

    [Fact]
    public async Task Where_marks_are_not_told_the_tasks_of_that_time_are_named_and_none_is_taken()
    {
        var sight = await LookAsync([Item("later", 30, null), Item("near", 1, null), Item("marked", 0, "else")]);

        Assert.True(sight.Readable);
        Assert.Null(sight.Ticket);
        Assert.Equal(["near"], sight.Near);
    }

    [Fact]
    public async Task No_page_older_than_the_request_is_read()
    {
        var page = Enumerable
            .Range(0, SeedanceSearch.PageSize)
            .Select(static at => Item($"n{at}", minutes: -at, "else"));

        var sight = await LookAsync([.. page], [Item("ours", -200, "mark")]);

        Assert.Null(sight.Ticket);
        Assert.Equal([1], _pages);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_says_nothing()
    {
        var sight = await SeedanceSearch.LookAsync(
            "mark",
            SentAt,
            static _ => Task.FromResult<ProviderAnswer.Answered?>(null)
        );

        Assert.False(sight.Readable);
    }

    private Task<SeedanceSight> LookAsync(params object[][] pages) =>
        SeedanceSearch.LookAsync(
            "mark",
            SentAt,
            number =>
            {
                _pages.Add(number);
                var items = pages.ElementAtOrDefault(number - 1) ?? [];
                var body = JsonSerializer.SerializeToElement(
                    new { items, total = pages.Sum(static page => page.Length) }
                );
                using var response = new HttpResponseMessage();
                return Task.FromResult<ProviderAnswer.Answered?>(new(200, body, response.Headers));
            }
        );

    private static object Item(string id, int minutes, string? mark) =>
        new
        {
            id,
            status = "running",
            created_at = SentAt.AddMinutes(minutes).ToUnixTimeSeconds(),
            safety_identifier = mark,
        };
}
