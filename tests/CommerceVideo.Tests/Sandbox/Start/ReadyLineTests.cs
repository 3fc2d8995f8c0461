using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Tests.Sandbox.Start;

public sealed class ReadyLineTests
{
    [Theory]
    [InlineData("""{"schema":1,"ready":true,"roles":["worker"],"pid":7}""", true)]
    [InlineData("""{"ready":false}""", false)]
    [InlineData("""{"schema":1,"applied":[]}""", false)]
    [InlineData("""{"ready":""", false)]
    [InlineData("ready", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public void Only_the_line_that_says_so_means_that_a_part_is_up(string line, bool up) =>
        Assert.Equal(up, ReadyLine.IsIn(line));

    [Fact]
    public void An_address_is_what_others_are_resolved_against() =>
        Assert.Equal(
            new Uri("http://127.0.0.1:4210/"),
            ReadyLine.AddressIn("""{"ready":true,"address":"http://127.0.0.1:4210"}""")
        );
}
