using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Local;
using LakeTools.Local.Identity;
using LakeTools.Local.Jobs;
using LakeTools.Local.Store;

namespace LakeTools.Tests.Local;

public sealed class LocalLakeTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("lake-").FullName, "new", "lake");

    [Fact]
    public void A_lake_keeps_the_account_and_region_that_it_was_made_with()
    {
        using (var made = LocalLake.Open(new LocalLakeOptions { Folder = _folder, AccountId = TestLake.Account, Region = "eu-west-1" }))
            Assert.Equal(TestLake.Account, made.AccountId);
        using var lake = LocalLake.Open(new LocalLakeOptions { Folder = _folder });
        Assert.Equal((TestLake.Account, "eu-west-1"), (lake.AccountId, lake.Region));
        Assert.Equal($"arn:aws:iam::{TestLake.Account}:role/LakeAdmin", lake.AdministratorArn);
        Assert.Throws<InvalidOperationException>(() => LocalLake.Open(new LocalLakeOptions { Folder = _folder, Region = "us-east-1" }));
    }

    [Fact]
    public void A_lake_takes_further_accounts_and_keeps_them()
    {
        using (var made = LocalLake.Open(new LocalLakeOptions { Folder = _folder, AccountId = TestLake.Account })) { }
        var other = new LocalLakeOptions { Folder = _folder, AccountId = "999999999999" };
        using (var added = LocalLake.Open(other))
        {
            Assert.Equal("arn:aws:iam::999999999999:role/LakeAdmin", added.AdministratorArn);
            Assert.Equal("999999999999", Assert.Single(added.Instance.Store.Read(LakeStore.OtherAccounts)));
        }

        using var again = LocalLake.Open(new LocalLakeOptions { Folder = _folder });
        Assert.Equal(TestLake.Account, again.AccountId);
        Assert.Equal(["999999999999"], again.Instance.Store.Read(LakeStore.OtherAccounts));
        Assert.Throws<InvalidOperationException>(() => LocalLake.Open(other with { AccountId = "12" }));
    }

    [Fact]
    public void A_lake_closes_with_its_last_handle()
    {
        var first = LocalLake.Open(new LocalLakeOptions { Folder = _folder });
        var second = LocalLake.Open(new LocalLakeOptions { Folder = _folder + Path.DirectorySeparatorChar });
        Assert.Same(first.Instance, second.Instance);
        first.Dispose();
        first.Dispose();
        second.CredentialFor(second.AdministratorArn);
        Assert.Throws<ObjectDisposedException>(() => first.CreateHandler());
        second.Dispose();
        using var third = LocalLake.Open(new LocalLakeOptions { Folder = _folder });
        Assert.NotSame(second.Instance, third.Instance);
    }

    [Fact]
    public void A_principal_keeps_its_keys()
    {
        LocalCredential before;
        using (var lake = LocalLake.Open(new LocalLakeOptions { Folder = _folder })) before = lake.CredentialFor(lake.AdministratorArn);
        using var again = LocalLake.Open(new LocalLakeOptions { Folder = _folder });
        Assert.Equal(before, again.CredentialFor(again.AdministratorArn));
        Assert.DoesNotContain(before.SecretAccessKey, before.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(before.SecretAccessKey, Encoding.Latin1.GetString(ReadShared(Path.Combine(_folder, "lake.db"))),
            StringComparison.Ordinal);
    }

    /// <summary>0700 and 0600, whatever the umask: other users of the machine read nothing.</summary>
    [Fact]
    public async Task Its_files_are_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using (LocalLake.Open(new LocalLakeOptions { Folder = _folder })) Assert.Empty(OpenToOthers(_folder));
        using var lake = new TestLake();
        using var s3 = new AmazonS3Client(lake.CredentialsOf(), lake.Configure(new AmazonS3Config()));
        await s3.PutBucketAsync("large", TestContext.Current.CancellationToken);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "large", Key = "a", ContentBody = new string('x', 100_000) },
            TestContext.Current.CancellationToken);
        Assert.Single(lake.ObjectFiles());
        using var job = new JobFolder(lake.Folder, "run");
        job.AddPythonLibrary();
        Assert.Empty(OpenToOthers(lake.Folder));
    }

    [Theory]
    [InlineData("arn:aws:iam::000000000000:group/Admins")]
    [InlineData("arn:aws:sts::000000000000:assumed-role/Admin/x")]
    [InlineData("Admin")]
    [InlineData("")]
    public void Only_users_and_roles_have_keys(string arn)
    {
        using var lake = LocalLake.Open(new LocalLakeOptions { Folder = _folder });
        Assert.Throws<ArgumentException>(() => lake.CredentialFor(arn));
    }

    [Fact]
    public async Task The_server_runs_once_and_stops_with_the_lake()
    {
        var lake = LocalLake.Open(new LocalLakeOptions { Folder = _folder });
        var address = lake.StartServer();
        Assert.Equal(address, lake.StartServer());
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(address.Host)));
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        lake.Dispose();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => new HttpClient().GetAsync(address, TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(_folder))!, recursive: true);

    private static List<string> OpenToOthers(string folder)
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder)
            .Where(path => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owner) != 0)];
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
