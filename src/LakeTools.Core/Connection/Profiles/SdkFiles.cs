using Amazon.Runtime.CredentialManagement;

namespace LakeTools.Core.Connection.Profiles;

/// <summary>
/// The SDK reads the files of profiles too, for settings such as retry_mode. If it cannot read them, none of its clients works in the
/// process, and its reader fails where that of the AWS CLI does not. Then it reads no files.
/// </summary>
internal static class SdkFiles
{
    /// <summary>Lets the SDK read the files, or none.</summary>
    /// <param name="profile">The profile in use.</param>
    public static void Prepare(string profile)
    {
        try
        {
            new CredentialProfileStoreChain().TryGetProfile(profile, out _);
        }
        catch (Exception)
        {
            var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("n"), "none");
            // Both have private setters. No public setting moves the config file.
            string[] files = [nameof(SharedCredentialsFile.DefaultFilePath), nameof(SharedCredentialsFile.DefaultConfigFilePath)];
            foreach (var name in files)
                typeof(SharedCredentialsFile).GetProperty(name)?.GetSetMethod(nonPublic: true)?.Invoke(null, [nowhere]);
        }
    }
}
