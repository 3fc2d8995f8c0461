using System.ComponentModel.DataAnnotations;
using CommerceVideo.Platform.Storage;

namespace CommerceVideo.Tests.Platform.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void The_local_disk_needs_nothing() => Assert.Empty(Problems(new StorageOptions()));

    [Fact]
    public void A_bucket_needs_to_be_somewhere()
    {
        Assert.NotEmpty(Problems(new StorageOptions { S3 = { Bucket = "b" } }));
        Assert.Empty(Problems(new StorageOptions { S3 = { Bucket = "b", Region = "eu-west-1" } }));
        Assert.Empty(
            Problems(new StorageOptions { S3 = { Bucket = "b", Address = new Uri("https://s3.example.com") } })
        );
    }

    [Fact]
    public void Half_a_pair_of_keys_is_a_mistake() =>
        Assert.NotEmpty(
            Problems(
                new StorageOptions
                {
                    S3 =
                    {
                        Bucket = "b",
                        Region = "eu-west-1",
                        AccessKey = "key",
                    },
                }
            )
        );

    private static List<ValidationResult> Problems(StorageOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems;
    }
}
