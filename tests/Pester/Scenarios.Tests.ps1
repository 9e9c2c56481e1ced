# Every example is run as it is; then what it left in the lake is looked at, and the mistake of the script that it replaces is made.
BeforeAll {
    $env:PSModulePath = (Resolve-Path "$PSScriptRoot/../../out").Path + [System.IO.Path]::PathSeparator + $env:PSModulePath
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function Invoke-Example([string] $Name) {
        $lake = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        & "$PSScriptRoot/../../examples/$Name.ps1" -Lake $lake | Out-String
    }
    function arn([string] $Name) { "arn:aws:iam::000000000000:$Name" }
}

AfterAll { Disconnect-Lake }

Describe 's02: a database, a table, a grant' {
    BeforeAll { Invoke-Example s02-database-table-grant | Out-Null }

    It 'is in the lake' {
        (Get-GlueDatabase my_database).Description | Should -Be 'My database'
        $granted = Get-LakePermission user/my_user
        $granted.Permission | Should -Be @('SELECT')
        $granted.TableName | Should -Be 'my_table'
    }

    It 'refuses a table that is not there' {
        { Grant-LakePermission -Principal user/my_user -Permission SELECT -DatabaseName my_database -TableName my_tabel -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
    }
}

Describe 's03: grant and revoke' {
    BeforeAll { $output = Invoke-Example s03-grant-and-revoke }

    It 'leaves nothing granted' {
        $output | Should -BeLike '*Permissions that are left: 0*'
        Get-LakePermission user/my_user | Should -BeNullOrEmpty
    }

    It 'refuses SELECT on a database before any call, and takes nothing away' {
        Grant-LakePermission -Principal user/my_user -Permission SELECT -DatabaseName my_database -TableName my_table
        { Revoke-LakePermission -Principal user/my_user -Permission SELECT -DatabaseName my_database -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.PermissionNotForResource,*' -PassThru | ForEach-Object {
                $_.CategoryInfo.Category | Should -Be 'InvalidArgument'
                $_.Exception.Message | Should -BeLike '*-TableName `**'
            }
        Get-LakePermission user/my_user | Should -HaveCount 1
    }
}

Describe 's09: an administrator and a job with workers' {
    BeforeAll { Invoke-Example s09-administrator-job | Out-Null }

    It 'grants to the administrator and starts the job with what was asked for' {
        (Get-LakePermission role/LakeAdmin -DatabaseName my_database).Permission | Should -Contain 'ALL'
        $run = Get-LakeGlueJobRun my-job
        $run.WorkerType | Should -Be 'Standard'
        $run.NumberOfWorkers | Should -Be 10
        $run.Argument.Keys | Sort-Object | Should -Be @('--input', '--output')
    }

    It 'refuses a role as a resource, and a worker type that there is not' {
        { Grant-LakePermission -Principal role/LakeAdmin -Permission ALL -ResourceArn (arn role/my_role) -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.InvalidResourceArn,*'
        { Start-LakeGlueJob my-job -WorkerType Standart -NumberOfWorkers 10 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.UnknownWorkerType,*'
    }
}

Describe 's10: text or bytes' {
    BeforeAll { $output = Invoke-Example s10-secret-text-or-binary }

    It 'gives either, and shows neither' {
        (Get-LakeSecret my-text).Kind | Should -Be 'Text'
        Get-LakeSecret my-text -AsPlainText | Should -Be 'correct horse battery staple'
        (Get-LakeSecret my-certificate -AsPlainText) | Should -Be (1..16)
        [System.IO.File]::ReadAllBytes((Join-Path (Get-LakeConnection).LocalPath certificate.bin)) | Should -Be (1..16)
        $output | Should -Not -BeLike '*horse*'
        (Get-LakePermission role/my_role).Permission | Should -Be @('SELECT')
    }
}

Describe 's13: one more administrator' {
    BeforeAll { Invoke-Example s13-add-administrator | Out-Null }

    It 'adds one and keeps the rest' {
        $setting = Get-LakeSetting
        $setting.Administrator | Should -Be @((arn role/LakeAdmin), (arn role/new_admin))
        $setting.TrustedResourceOwner | Should -Be @('123456789012')
        $setting.AllowExternalDataFiltering | Should -BeTrue
    }
}

Describe 's14: a grant, a job, a secret by reference' {
    BeforeAll { Invoke-Example s14-grant-job-secret | Out-Null }

    It 'runs with a reference and no secret in its arguments' {
        $run = Get-LakeGlueJobRun my-job
        $run.State | Should -Be 'SUCCEEDED'
        $run.Argument.Keys | Should -Not -Contain '--secret'
        $run.SecretArgument['--secret'] | Should -BeLike '*my-secret*'
    }

    It 'refuses the secret itself, and a resource that is two' {
        $text = Get-LakeSecret my-secret -AsPlainText
        { Start-LakeGlueJob my-job -Argument @{ secret = $text } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretInArgument,*'
        { Grant-LakePermission -Principal role/my_role -Permission SELECT -DatabaseName my_database -TableName my_table -Catalog -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceAmbiguous,*'
    }
}

Describe 's18: a role, a place, a job' {
    BeforeAll { Invoke-Example s18-role-location-job | Out-Null }

    It 'lets the role into its place, and the job runs as it' {
        $role = Get-LakeRole my-glue-role
        (Get-LakeGlueJob my-job).Role | Should -Be $role.Arn
        (Get-LakeGlueJobRun my-job).State | Should -Be 'SUCCEEDED'
        (Get-LakeObject s3://my-datalake/out.txt).Size | Should -BeGreaterThan 0
        $granted = Get-LakePermission $role.Arn
        ($granted | Where-Object ResourceKind -eq DataLocation).Permission | Should -Be @('DATA_LOCATION_ACCESS')
        ($granted | Where-Object ResourceKind -eq AllTables).Permission | Should -Be @('SELECT', 'INSERT')
    }

    It 'refuses words that are no permissions' {
        { Grant-LakePermission -Principal role/my-glue-role -Permission DataLocation, Table -DatabaseName my_database -TableName * -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.UnknownPermission,*'
    }
}

Describe 's01: connect' {
    BeforeAll { Invoke-Example s01-connect | Out-Null }

    It 'is who it says, where it says' {
        $connection = Get-LakeConnection
        $connection.Region | Should -Be 'us-west-2'
        $connection.Principal | Should -Be (arn role/LakeAdmin)
    }

    It 'refuses a profile that is not there' {
        { Connect-Lake -ProfileName no-such-profile -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ProfileNotFound,*'
    }
}

Describe 's05: an endpoint' {
    It 'reaches the lake by one URL and by one for each service' {
        Invoke-Example s05-endpoint | Should -BeLike '*role/LakeAdmin*role/LakeAdmin*'
    }

    It 'refuses a service that there is not' {
        { Connect-Lake -Endpoint @{ LakeFormatoin = 'https://localhost:1' } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.*'
    }
}

Describe 's06: a job that logs in' {
    BeforeAll { $output = Invoke-Example s06-secret-arguments }

    It 'reads both by reference, and no argument holds them' {
        $run = Get-LakeGlueJobRun my-job
        $run.State | Should -Be 'SUCCEEDED'
        $run.SecretArgument.Keys | Sort-Object | Should -Be @('--password', '--username')
        $output | Should -BeLike '*logged in as reader with 36 characters*'
        $output | Should -Not -BeLike "*$(Get-LakeSecret my-db -Key password -AsPlainText)*"
    }

    It 'refuses the password itself, also inside a longer text' {
        $password = Get-LakeSecret my-db -Key password -AsPlainText
        { Start-LakeGlueJob my-job -Argument @{ password = $password } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretInArgument,*'
        { Start-LakeGlueJob my-job -Argument @{ dsn = "Server=db;Password=$password" } -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.SecretInArgument,*'
    }

    It 'names the keys that a secret has' {
        { Get-LakeSecret my-db -Key pasword -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretKeyNotFound,*'
    }
}

Describe 's08: a table, a job, files' {
    BeforeAll { Invoke-Example s08-table-job-files | Out-Null }

    It 'has typed rows in the table, and the same text in the copy' {
        $rows = Import-LakeData -DatabaseName my_database -TableName my_table
        $rows.col1 | Should -Be @('a', 'b')
        $rows.col2 | Should -Be @(1, 2)
        $rows[0].col2 | Should -BeOfType ([int])
        (Import-LakeData s3://my-other-bucket/copy.csv).col1 | Should -Be @('a', 'b')
    }
}

Describe 's11: a place and a secret' {
    BeforeAll { Invoke-Example s11-location-and-secret | Out-Null }

    It 'registers the place with the role, and refers to the secret' {
        (Get-LakeLocation).RoleArn | Should -Be (arn role/my-lake-role)
        (Get-LakeGlueJobRun my-job).State | Should -Be 'SUCCEEDED'
    }

    It 'refuses the whole secret as an argument' {
        $text = Get-LakeSecret my-app-secrets -AsPlainText
        { Start-LakeGlueJob my-job -Argument @{ '--my-secret' = $text } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretInArgument,*'
    }
}

Describe 's12: from the environment' {
    BeforeAll { Invoke-Example s12-environment | Out-Null }

    AfterAll { Remove-Item Env:SECRET_NAME, Env:LAKE_PATH }

    It 'finds both' {
        (Get-LakeGlueJobRun my-job).State | Should -Be 'SUCCEEDED'
        (Get-LakePermission -Path s3://my-data-lake).Principal | Should -Be (arn role/my_role)
    }

    It 'refuses a variable that is not set by the name of the parameter' {
        { Get-LakeSecret $env:NO_SUCH_NAME -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretIdEmpty,*'
        { Grant-LakePermission -Principal role/a -Permission DATA_LOCATION_ACCESS -DataLocation $env:NO_SUCH_PATH -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceNameEmpty,*'
    }
}

Describe 's15: two permissions, two references' {
    BeforeAll { Invoke-Example s15-grant-two-job | Out-Null }

    It 'grants both and runs' {
        (Get-LakePermission role/my_role).Permission | Should -Be @('SELECT', 'INSERT')
        (Get-LakeGlueJobRun my-job).State | Should -Be 'SUCCEEDED'
    }
}

Describe 's16: a database and a secret, with tags' {
    BeforeAll { $output = Invoke-Example s16-database-and-secret }

    It 'has both, and a second secret of the name is one error with an id' {
        (Get-GlueDatabase my_database).LocationUri | Should -Be 's3://my-bucket/my_prefix/'
        (Get-LakeSecretInfo my-secret).Tag['team'] | Should -Be 'data'
        $output | Should -BeLike '*LakeTools.SecretExists: ResourceExists*'
    }
}

Describe 's17: names and a whole secret' {
    BeforeAll { Invoke-Example s17-names-and-secret | Out-Null }

    It 'passes the names as they are, and the secret by reference' {
        $run = Get-LakeGlueJobRun my-job
        $run.State | Should -Be 'SUCCEEDED'
        $run.Argument['--database'] | Should -Be 'my_database'
        (Get-LakeGlueJobLog my-job).Message | Should -BeLike "my_database my_table*'password', 'username'*"
    }
}

Describe 's04: settings, and an endpoint' {
    BeforeAll { Invoke-Example s04-settings-and-endpoint | Out-Null }

    It 'changes what is named, and makes the endpoint that the settings know nothing of' {
        $setting = Get-LakeSetting
        $setting.Administrator | Should -Be @((arn role/LakeAdmin), (arn role/lake-operations))
        $setting.TrustedResourceOwner | Should -Be @('123456789012')
        $setting.CreateDatabaseDefaultPermission | Should -Be 'None'
        (Get-LakeVpcEndpoint).VpcId | Should -Be 'vpc-0a1b2c3d4e5f60718'
    }

    It 'refuses a word that is no account' {
        { Set-LakeSetting -TrustedResourceOwner AWS -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.*'
        (Get-LakeSetting).TrustedResourceOwner | Should -Be @('123456789012')
    }

    It 'refuses an id that is none of a VPC' {
        { New-LakeVpcEndpoint -Service LakeFormation -VpcId my-vpc -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.*'
    }
}

Describe 's07: keys from a secret' {
    BeforeAll { $output = Invoke-Example s07-secret-grant-files }

    It 'connects with them, grants, and moves the file' {
        (Get-LakeConnection).Region | Should -Be 'us-west-2'
        $output | Should -BeLike '*my-new-key.txt*'
        $output | Should -BeLike '*SELECT, INSERT*'
    }

    It 'says both mistakes of the grant in one error, before any call' {
        { Grant-LakePermission -Principal role/my_role -Permission SELECT, WRITE -DatabaseName my_database -TableName my_table -Catalog -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceAmbiguous,*' -PassThru | ForEach-Object {
                $_.Exception.Message | Should -BeLike '*WRITE*'
                $_.Exception.Message | Should -BeLike '*INSERT*'
            }
    }
}
