using Amazon.IdentityManagement.Model;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Roles;

/// <summary>What IAM refuses, in the words of the role commands.</summary>
internal static class RoleErrors
{
    /// <summary>Calls about a role, and turns the service's refusals into errors that name it.</summary>
    public static async Task<T> CallAsync<T>(string name, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (NoSuchEntityException exception)
        {
            throw new LakeException(exception, nameof(Errors.Errors.RoleNotFound), LakeErrorCategory.NotFound, name,
                Errors.Errors.RoleNotFound, name);
        }
        catch (EntityAlreadyExistsException exception)
        {
            throw new LakeException(exception, nameof(Errors.Errors.RoleExists), LakeErrorCategory.Exists, name, Errors.Errors.RoleExists,
                name);
        }
        catch (DeleteConflictException exception)
        {
            throw new LakeException(exception, nameof(Errors.Errors.RoleInUse), LakeErrorCategory.Conflict, name, Errors.Errors.RoleInUse,
                name, exception.Message);
        }
    }
}
