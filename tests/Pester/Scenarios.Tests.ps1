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
        Get-LakeSecret my-certificate -AsPlainText | Should -Be (1..16)
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
