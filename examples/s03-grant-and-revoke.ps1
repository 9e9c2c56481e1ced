# Grants SELECT on a table to a user, and later revokes it: on the table, or on every table of its database.
#
# The script that this replaces revoked SELECT on the table's database. A database has no SELECT: AWS refuses the call. Here the mistake is
# an error before any call (LakeTools.PermissionNotForResource). Its text lists the permissions of a database, and names -TableName *.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'id:int', 'name:string' | Out-Null
$user = @{ Principal = 'user/my_user'; Permission = 'SELECT'; DatabaseName = 'my_database' }

Grant-LakePermission @user -TableName my_table -PassThru
Revoke-LakePermission @user -TableName my_table -PassThru

# What the old script meant: all tables of the database, including tables that are created later.
Grant-LakePermission @user -TableName *
Revoke-LakePermission @user -TableName *
"Permissions that are left: $(@(Get-LakePermission user/my_user).Count)"
