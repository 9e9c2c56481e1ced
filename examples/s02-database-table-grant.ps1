# A database with a description, a table, and SELECT on the table for a user, in a catalog that is named.
#
# The script that this replaces called create_database of Lake Formation, but that operation belongs to Glue. It also granted on a missing table.
# Here a grant on a missing table is an error of its own (LakeTools.TableNotFound).
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

$account = (Test-LakeConnection).AccountId
New-GlueDatabase my_database -Description 'My database' | Format-Table Name, Description
New-GlueTable my_database my_table -Column 'id:int', 'name:string' | Format-Table DatabaseName, Name, Column
Grant-LakePermission -Principal user/my_user -Permission SELECT -DatabaseName my_database -TableName my_table -CatalogId $account -PassThru
